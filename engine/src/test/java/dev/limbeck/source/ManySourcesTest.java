package dev.limbeck.source;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.operation.Operation.CreateSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many revisions that the compiler may run twice at the same time. */
class ManySourcesTest {
  private static final int NUMBER = 120;

  @TempDir Path temp;

  private Path source(int number) {
    return temp.resolve("src").resolve("R" + number + ".java");
  }

  private Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Makes a schema that an expression names. */
  private Path revision(int number, String schema, String more) throws IOException {
    return write(
        source(number),
        """
        import dev.limbeck.migration.*;

        @Revision(id = "id%d")
        public final class R%d implements Migration {
          @Override
          public void upgrade(Operations op) {
            op.createSchema(%s);
          }

          @Override
          public void downgrade(Operations op) {}
        }
        %s
        """
            .formatted(number, number, schema, more));
  }

  private void revisions() throws IOException {
    for (int i = 0; i < NUMBER; i++) {
      revision(i, "\"s" + i + "\"", "");
    }
  }

  private Map<String, String> schemas() {
    List<String> ids = IntStream.range(0, NUMBER).mapToObj(i -> "id" + i).toList();
    try (SourceDirectory directory =
        new SourceDirectory(List.of(temp.resolve("src")), List.of(), temp.resolve("cache"))) {
      return directory.load(ids).entrySet().stream()
          .collect(toMap(Map.Entry::getKey, each -> schema(each.getValue())));
    }
  }

  private static String schema(Migration migration) {
    CreateSchema create = (CreateSchema) Recorder.upgrade(migration).operations().get(0);
    return create.name().text();
  }

  private static Map<String, String> expected() {
    return IntStream.range(0, NUMBER).boxed().collect(toMap(i -> "id" + i, i -> "s" + i));
  }

  /** What is kept, and when it was written. */
  private Set<String> kept() throws IOException {
    Set<String> kept = new HashSet<>();
    try (Stream<Path> files = Files.list(temp.resolve("cache").resolve("classes"))) {
      for (Path file : files.toList()) {
        kept.add(file.getFileName() + " " + Files.getLastModifiedTime(file));
      }
    }
    return kept;
  }

  @Test
  void all_are_compiled_and_kept_until_one_changes() throws IOException {
    revisions();
    assertThat(schemas()).isEqualTo(expected());
    Set<String> kept = kept();
    assertThat(kept).hasSize(NUMBER).noneMatch(name -> name.startsWith("."));

    assertThat(schemas()).isEqualTo(expected());
    assertThat(kept()).isEqualTo(kept);

    revision(3, "\"other\"", "");
    assertThat(schemas()).containsEntry("id3", "other").containsEntry("id4", "s4");
    assertThat(kept()).hasSize(NUMBER + 1).containsAll(kept);
  }

  @Test
  void a_revision_may_use_another_one_and_helpers() throws IOException {
    revisions();
    write(
        temp.resolve("src").resolve("Names.java"),
        "class Names { static String of(String text) { return R118.NAME + text; } }");
    revision(5, "Names.of(\"5\")", "");
    write(
        source(118),
        Files.readString(source(118))
            .replace(
                "R118 implements Migration {",
                "R118 implements Migration {\n  static final String NAME = \"name\";"));

    assertThat(schemas()).containsEntry("id5", "name5").containsEntry("id118", "s118");

    write(source(118), Files.readString(source(118)).replace("\"name\"", "\"changed\""));
    assertThat(schemas()).containsEntry("id5", "changed5").containsEntry("id118", "s118");
  }

  @Test
  void a_class_that_stands_in_the_file_of_another_is_found() throws IOException {
    revisions();
    revision(2, "\"s2\"", "final class Hidden { static final String NAME = \"hidden\"; }");
    revision(117, "Hidden.NAME", "");

    assertThat(schemas()).containsEntry("id117", "hidden").containsEntry("id2", "s2");
  }

  @Test
  void a_class_that_is_there_twice_is_an_error() throws IOException {
    revisions();
    revision(2, "\"s2\"", "final class Hidden {}");
    revision(117, "\"s117\"", "final class Hidden {}");

    assertThatThrownBy(this::schemas)
        .hasMessageStartingWith("LMB-203 A revision does not compile.")
        .hasMessageContaining("duplicate class: Hidden");
  }

  @Test
  void all_errors_are_told_in_their_order() throws IOException {
    revisions();
    List<String> places = new ArrayList<>();
    for (int broken : List.of(1, 60, 119)) {
      places.add(revision(broken, "nothing", "") + ":7   cannot find symbol");
    }

    assertThatThrownBy(this::schemas)
        .hasMessageStartingWith("LMB-203 A revision does not compile.")
        .message()
        .satisfies(
            message ->
                assertThat(message.lines().map(String::strip).filter(line -> line.contains(":7 ")))
                    .containsExactlyElementsOf(places));
  }
}
