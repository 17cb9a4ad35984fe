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
    return new Mapping(new TreeMap<>(map));
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
                List.of("a", "b"));

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
}
