package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.command.ChangedLine;
import dev.limbeck.command.ChangedRevision;
import dev.limbeck.operation.Operation;
import dev.limbeck.source.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the history of a database keeps of a revision is read as it was. */
class CanonicalFormLawTest {

  @Example
  void every_kind_of_operation_is_read_as_it_was_written() {
    List<Operation> operations = new ArrayList<>(Samples.operations());
    assertRead(operations);
    operations.add(new Operation.RunJava("normalise phones", data -> {}));
    CanonicalRevision revision = new CanonicalRevision(List.of(), operations, operations);
    assertThat(CanonicalRevision.parse(revision.text())).isEqualTo(revision);
  }

  @Property(tries = 200)
  void random_operations_are_read_as_they_were_written(@ForAll long seed) {
    List<Operation> operations = new RandomOperations(seed).operations();
    Assume.that(!operations.toString().contains("\r\n"));
    assertRead(operations);
  }

  @Property(tries = 200)
  void random_operations_differ_in_some_line(@ForAll long one, @ForAll long other) {
    CanonicalRevision before = random(one);
    CanonicalRevision after = random(other);
    ChangedRevision changed =
        new ChangedRevision(
            new RevisionHeader("a", List.of(), List.of(), List.of(), "", "", "R", "test"),
            "2026-11-21T12:00:00Z",
            before,
            after);

    assertThat(changed.lines().isEmpty()).isEqualTo(before.isSameAs(after));
    assertThat(new ChangedRevision(changed.header(), changed.applied(), before, before).lines())
        .isEmpty();
  }

  @Property(tries = 200)
  void what_is_turned_round_differs_in_places_only(@ForAll long seed) {
    List<Operation> turned = new ArrayList<>(random(seed).upgrade());
    Collections.reverse(turned);
    ChangedRevision changed =
        new ChangedRevision(
            new RevisionHeader("a", List.of(), List.of(), List.of(), "", "", "R", "test"),
            "2026-11-21T12:00:00Z",
            new CanonicalRevision(List.of(), random(seed).upgrade(), List.of()),
            new CanonicalRevision(List.of(), turned, List.of()));

    assertThat(changed.lines()).allMatch(line -> line.kind() == ChangedLine.Kind.MOVED);
  }

  private static CanonicalRevision random(long seed) {
    List<Operation> operations = new RandomOperations(seed).operations();
    return new CanonicalRevision(List.of(), operations, operations);
  }

  private static void assertRead(List<Operation> operations) {
    CanonicalRevision revision = new CanonicalRevision(List.of("a"), operations, operations);

    CanonicalRevision read = CanonicalRevision.parse(revision.text());

    assertThat(read).isEqualTo(revision);
    // As text too: names are equal when they fold alike, expressions when their tokens are.
    assertThat(read.toString()).isEqualTo(revision.toString());
    assertThat(read.isSameAs(revision)).isTrue();
    assertThat(read.text()).isEqualTo(revision.text());
  }
}
