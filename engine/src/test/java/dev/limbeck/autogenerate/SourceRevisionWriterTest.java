package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.EntityModel.Mapping;
import dev.limbeck.source.RevisionFiles;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.SourceDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRevisionWriterTest {
  @TempDir Path temp;

  private SourceRevisionWriter writer() {
    return new SourceRevisionWriter(
        new SourceDirectory(List.of(temp.resolve("src")), List.of(), temp.resolve("cache")),
        new RevisionFiles(temp.resolve("src"), "com.acme"),
        SourceRevisionWriterTest::print);
  }

  private static String print(RevisionDraft draft) {
    return """
        package com.acme;
        import dev.limbeck.migration.*;
        @Revision(id = "%s", revises = {%s}, created = "%s")
        public class %s {}
        """
        .formatted(
            draft.id(),
            String.join(", ", draft.revises().stream().map(id -> '"' + id + '"').toList()),
            draft.created(),
            draft.className());
  }

  private static RevisionDraft draft(String id, String... revises) {
    return new RevisionDraft(
        id,
        List.of(revises),
        List.of(),
        List.of(),
        List.of(),
        "2026-11-21T07:15:0" + (id.charAt(0) - 'a') + "Z",
        "message",
        "com.acme",
        "R" + id,
        List.of(),
        List.of());
  }

  private static Mapping mapping(String... places) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < places.length; i += 2) {
      map.put(places[i], places[i + 1]);
    }
    return Mapping.of(new TreeMap<>(map));
  }

  @Test
  void a_revision_is_a_class_a_change_of_the_mapping_and_the_lock() throws IOException {
    writer()
        .write(draft("a"), mapping("Order", "orders", "Order.total", "orders.total"), List.of());
    writer().write(draft("b", "a"), null, List.of("a"));
    Path file =
        writer()
            .write(
                draft("c", "b"),
                mapping("Order", "orders", "Order.total", "orders.sum"),
                List.of("a", "b"))
            .file();

    Path directory = temp.resolve("src/com/acme");
    assertThat(file).isEqualTo(directory.resolve("Rc.java"));
    assertThat(writer().source().headers())
        .extracting(RevisionHeader::id)
        .containsExactly("a", "b", "c");
    assertThat(directory.resolve("Rb.mapping")).doesNotExist();
    assertThat(Files.readString(directory.resolve("Rc.mapping")))
        .isEqualTo(
            """
            revision = c
            - Order.total = orders.total
            + Order.total = orders.sum
            """);
    assertThat(Files.readString(directory.resolve("model.lock")))
        .endsWith("head = c\n\nOrder = orders\nOrder.total = orders.sum\n");
  }

  @Test
  void a_revision_that_cannot_be_written_leaves_nothing() throws IOException {
    Files.createDirectories(temp.resolve("src/com/acme/model.lock/in.the.way"));

    assertThatThrownBy(() -> writer().write(draft("a"), mapping("Order", "orders"), List.of()))
        .hasMessageStartingWith("LMB-205 ");
    try (Stream<Path> files = Files.list(temp.resolve("src/com/acme"))) {
      assertThat(files).containsExactly(temp.resolve("src/com/acme/model.lock"));
    }
  }

  @Test
  void of_several_places_the_one_of_the_parent_or_the_one_asked_for_is_written_to()
      throws IOException {
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    List<RevisionFiles> locations =
        List.of(new RevisionFiles(first, ""), new RevisionFiles(second, "com.acme"));
    SourceDirectory source =
        new SourceDirectory(
            List.of(first, second.resolve("com/acme")), List.of(), temp.resolve("cache"));
    RevisionWriter writer =
        new SourceRevisionWriter(
            source, locations, locations.get(0), SourceRevisionWriterTest::print);

    assertThatThrownBy(() -> writer.after(List.of(), null))
        .hasMessageStartingWith("LMB-250 The new revision could be written to several places.")
        .hasMessageContaining(first.toString())
        .hasMessageContaining("--version-path");
    assertThatThrownBy(() -> writer.after(List.of(), temp))
        .hasMessageStartingWith("LMB-250 There is no place for revisions at " + temp);
    RevisionWriter chosen = writer.after(List.of(), second.resolve("com/acme"));
    assertThat(chosen.packageName()).isEqualTo("com.acme");
    Path file = chosen.write(draft("a"), null, List.of()).file();
    assertThat(file).isEqualTo(second.resolve("com/acme/Ra.java"));

    RevisionWriter beside = writer.after(source.headers(), null);
    assertThat(beside.write(draft("b", "a"), null, List.of("a")).file().getParent())
        .isEqualTo(file.getParent());
    assertThat(
            writer.after(List.of(), first).write(draft("c", "b"), null, List.of("a", "b")).file())
        .isEqualTo(first.resolve("Rc.java"));
    assertThat(source.headers()).extracting(header -> header.id()).containsExactly("a", "b", "c");
    assertThat(Files.readString(first.resolve("model.lock"))).contains("head = c\n");
    assertThat(file.resolveSibling("model.lock")).doesNotExist();
  }

  @Test
  void a_lock_with_the_marks_of_a_conflict_is_written_anew() throws IOException {
    writer().write(draft("a"), mapping("Shop", "shop"), List.of());
    Path lock = temp.resolve("src/com/acme/model.lock");
    String right = Files.readString(lock);
    Files.writeString(lock, "<<<<<<< HEAD\nhead = a\n=======\nhead = x\n>>>>>>> theirs\n");

    writer().write(draft("b", "a"), null, List.of("a"));

    assertThat(Files.readString(lock)).isEqualTo(right.replace("head = a", "head = b"));
  }
}
