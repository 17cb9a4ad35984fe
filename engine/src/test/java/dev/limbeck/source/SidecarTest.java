package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files beside revisions: the changes of the mapping, and the lock. */
class SidecarTest {
  private static final Map<String, String> BEFORE =
      Map.of(
          "com.acme.Order", "orders",
          "com.acme.Order.total", "orders.total",
          "com.acme.Order.note", "orders.note");

  private static final Map<String, String> AFTER =
      Map.of(
          "com.acme.Order", "orders",
          "com.acme.Order.total", "orders.total_amount",
          "com.acme.Customer", "`Shop`.customer");

  @Test
  void a_change_is_written_in_sorted_lines_and_read_back() {
    MappingDelta delta =
        MappingDelta.between("3f2a91c07b4d", BEFORE, AFTER).withHibernate("7.4.5.Final");

    assertThat(delta.format())
        .isEqualTo(
            """
            revision = 3f2a91c07b4d
            hibernate = 7.4.5.Final
            + com.acme.Customer = `Shop`.customer
            - com.acme.Order.note = orders.note
            - com.acme.Order.total = orders.total
            + com.acme.Order.total = orders.total_amount
            """);
    assertThat(MappingDelta.parse(delta.format(), "x")).isEqualTo(delta);
    assertThat(MappingDelta.parse(delta.format().replace("\n", "\r\n") + "\n# c\n", "x"))
        .isEqualTo(delta);
    assertThat(delta.applyTo(BEFORE)).isEqualTo(AFTER);
    assertThat(MappingDelta.between("a", AFTER, AFTER).isEmpty()).isTrue();
  }

  @Test
  void changes_add_up_along_the_revisions() {
    Map<String, MappingDelta> deltas =
        Map.of(
            "a", MappingDelta.between("a", Map.of(), BEFORE),
            "c", MappingDelta.between("c", BEFORE, AFTER));

    assertThat(MappingDelta.sum(List.of("a", "b", "c"), deltas)).isEqualTo(AFTER);
    assertThat(MappingDelta.sum(List.of("a", "b"), deltas)).isEqualTo(BEFORE);
  }

  @Test
  void broken_files_are_named_with_their_line(@TempDir Path temp) throws IOException {
    assertThatThrownBy(() -> MappingDelta.parse("revision = a\nnonsense", "R1.mapping"))
        .hasMessageStartingWith("LMB-221 ")
        .hasMessageContaining("R1.mapping:2   nonsense");
    assertThatThrownBy(() -> MappingDelta.parse("", "R1.mapping"))
        .hasMessageContaining("does not begin");
    Files.writeString(temp.resolve("R1.mapping"), "revision = a\n");
    Files.writeString(temp.resolve("R2.mapping"), "revision = a\n");
    assertThatThrownBy(() -> MappingDelta.readAll(List.of(temp)))
        .hasMessageContaining("R1.mapping")
        .hasMessageContaining("R2.mapping");
    assertThatThrownBy(() -> ModelLock.parse("head = a\nx", "model.lock"))
        .hasMessageContaining("model.lock:2");
  }

  @Test
  void the_file_of_a_squash_stands_for_those_that_it_replaces(@TempDir Path temp)
      throws IOException {
    MappingDelta first = MappingDelta.between("a", Map.of(), BEFORE);
    MappingDelta second = MappingDelta.between("b", BEFORE, AFTER);
    MappingDelta squash =
        MappingDelta.between("b", Map.of(), AFTER).withReplaces(List.of("a", "b"));
    Files.writeString(temp.resolve("R1.mapping"), first.format());
    Files.writeString(temp.resolve("R2.mapping"), second.format());
    Files.writeString(temp.resolve("S.mapping"), squash.format());
    assertThat(MappingDelta.parse(squash.format(), "S.mapping")).isEqualTo(squash);

    // Without its class it is a left-over.
    assertThat(MappingDelta.readAll(List.of(temp)))
        .isEqualTo(new TreeMap<>(Map.of("a", first, "b", second)));
    Files.createFile(temp.resolve("S.java"));
    assertThat(MappingDelta.readAll(List.of(temp))).isEqualTo(new TreeMap<>(Map.of("b", squash)));
  }

  @Test
  void the_lock_holds_the_heads_and_the_sum() {
    Map<String, MappingDelta> deltas =
        Map.of(
            "a", MappingDelta.between("a", Map.of(), BEFORE),
            "c", MappingDelta.between("c", BEFORE, AFTER));
    // "c" is older by its clock than what it follows.
    List<RevisionHeader> revisions =
        List.of(
            header("c", "2026-01-01", "b"), header("b", "2026-01-02", "a"),
            header("a", "2026-01-03"), header("d", "2026-01-04", "b"));

    ModelLock lock = ModelLock.of(revisions, deltas);

    assertThat(lock.format())
        .isEqualTo(
            """
            # Written by Limbeck with each revision, and not by hand. Where two branches conflict here,
            # both add a revision: join them with `limbeck merge`.
            head = c
            head = d

            com.acme.Customer = `Shop`.customer
            com.acme.Order = orders
            com.acme.Order.total = orders.total_amount
            """);
    assertThat(ModelLock.parse(lock.format(), "x")).isEqualTo(lock);
  }

  private static RevisionHeader header(String id, String created, String... revises) {
    return new RevisionHeader(
        id, List.of(revises), List.of(), List.of(), created, "", "R" + id, "R" + id + ".java");
  }
}
