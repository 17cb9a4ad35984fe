package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
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
