package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Identifier;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SourceDirectoryTest {
  @TempDir Path temp;

  private Path write(String file, String text) {
    try {
      Path path = temp.resolve("src").resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path revision(String name, String id, String schema) {
    return write(
        "com/acme/" + name + ".java",
        """
        package com.acme;

        import dev.limbeck.migration.*;

        /** Makes %s. */
        @Revision(id = "%s")
        public final class %s implements Migration {
          @Override
          public void upgrade(Operations op) {
            op.createSchema(%s);
          }

          @Override
          public void downgrade(Operations op) {}
        }
        """
            .formatted(name, id, name, schema));
  }

  private SourceDirectory directory(Path... classPath) {
    return new SourceDirectory(
        List.of(temp.resolve("src")), List.of(classPath), temp.resolve("cache"));
  }

  private List<Operation> operations(String id, Path... classPath) {
    try (SourceDirectory directory = directory(classPath)) {
      Migration migration = directory.load(List.of(id)).get(id);
      return Recorder.upgrade(migration).operations();
    }
  }

  private static List<Operation> creates(String schema) {
    return List.of(new CreateSchema(Identifier.of(schema)));
  }

  @Test
  void headers_come_in_the_order_of_the_files_and_helpers_are_passed_over() {
    Path second = revision("R2", "b", "\"two\"");
    Path first = revision("R1", "a", "\"one\"");
    write("com/acme/Helper.java", "package com.acme; class Helper {}");
    write("notes.txt", "@Revision");

    assertThat(directory().headers())
        .containsExactly(
            new RevisionHeader(
                "a",
                List.of(),
                List.of(),
                List.of(),
                "",
                "Makes R1",
                "com.acme.R1",
                first.toString()),
            new RevisionHeader(
                "b",
                List.of(),
                List.of(),
                List.of(),
                "",
                "Makes R2",
                "com.acme.R2",
                second.toString()));
  }

  @Test
  void a_directory_that_is_not_there_holds_nothing() {
    assertThat(directory().headers()).isEmpty();
    assertThat(directory().load(List.of())).isEmpty();
  }

  @Test
  void broken_files_are_reported_together_with_their_lines() {
    Path first = write("R1.java", "\n@Revision(id = 1) class R1 {}");
    Path second = write("R2.java", "@Revision(id = \"\") class R2 {}");

    assertThatThrownBy(() -> directory().headers())
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-201 ")
        .hasMessageContaining(first + ":2   ")
        .hasMessageContaining(second + ":1   @Revision has no id");
  }

  @Test
  void the_index_follows_the_files_and_outlives_damage() throws IOException {
    Path file = revision("R1", "a", "\"one\"");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    List<RevisionHeader> read = directory().headers();
    Path index = temp.resolve("cache/revisions.index");
    assertThat(Files.readString(index)).contains("com.acme.R1");

    assertThat(directory().headers()).isEqualTo(read);
    Files.writeString(index, "limbeck-headers-2\tdamaged\nx\ty");
    assertThat(directory().headers()).isEqualTo(read);
    Files.write(index, new byte[] {(byte) 0xff, 0, 1});
    assertThat(directory().headers()).isEqualTo(read);

    revision("R1", "z", "\"one\"");
    assertThat(directory().headers()).extracting(RevisionHeader::id).containsExactly("z");
    Files.delete(file);
    assertThat(directory().headers()).isEmpty();
  }

  @Test
  void a_header_is_taken_from_the_index_while_the_file_stays_as_it_is() throws IOException {
    Path file = revision("R1", "a", "\"one\"");
    assumeTrue(FileStamp.of(file).isCertain());
    directory().headers();
    Path index = temp.resolve("cache/revisions.index");
    String kept = Files.readString(index);
    String written = kept.substring(kept.indexOf('\t') + 1, kept.indexOf('\n'));
    Files.writeString(
        index, kept.replace(written, "4102444800000000000").replace("Makes R1", "From the index"));

    assertThat(directory().headers())
        .extracting(RevisionHeader::message)
        .containsExactly("From the index");
  }

  @Test
  void an_edit_that_leaves_size_and_time_as_they_were_is_seen() throws IOException {
    Path file = revision("R1", "a", "\"one\"");
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, old);
    directory().headers();
    revision("R1", "b", "\"one\"");
    Files.setLastModifiedTime(file, old);

    assertThat(directory().headers()).extracting(RevisionHeader::id).containsExactly("b");
  }

  @Test
  void a_file_that_is_named_as_a_revision_and_holds_none_is_damaged() throws IOException {
    Path empty = write("R20261121_1340_Empty.java", "");
    Path cut = write("R20261121_1341_Cut.java", "import dev.limbeck.migration.*;\n");
    Path own = write("AddsUsers.java", "");
    write("AddsUsers.mapping", "");
    Path utf16 = write("Helper.java", "");
    Files.write(utf16, "class Helper {}\n".getBytes(StandardCharsets.UTF_16));
    Path random = write("Other.java", "");
    Files.write(random, new byte[] {'a', '\n', (byte) 0xe4, 'b'});
    write(".R20261121_1342_Hidden.java", "");
    write("Plain.java", "class Plain {}");

    assertThatThrownBy(() -> directory().headers())
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(
            "LMB-201 A file cannot be read as a revision.\n  "
                + String.join(
                    "\n  ",
                    own + "   it is named as a revision, and holds none: there is no @Revision",
                    utf16 + ":1   this is not UTF-8 text",
                    random + ":2   this is not UTF-8 text",
                    empty + "   it is named as a revision, and holds none: there is no @Revision",
                    cut + "   it is named as a revision, and holds none: there is no @Revision",
                    "A revision is a UTF-8 file "));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_that_may_not_be_read_says_why() throws IOException {
    Path file = revision("R1", "a", "\"one\"");
    Files.setPosixFilePermissions(file, Set.of());
    assumeTrue(!Files.isReadable(file), "root may read all files");

    assertThatThrownBy(() -> directory().headers())
        .hasMessageContaining(file + "   cannot be read: " + AccessDeniedException.class.getName());
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws IOException {
    Path file = revision("R1", "a", "Names.ONE");
    Files.writeString(file, "\ufeff" + Files.readString(file));
    write(
        "com/acme/Names.java",
        "\ufeffpackage com.acme; class Names { static final String ONE = \"one\"; }");

    assertThat(directory().headers()).extracting(RevisionHeader::id).containsExactly("a");
    assertThat(operations("a")).isEqualTo(creates("one"));
  }

  @Test
  void archives_may_be_at_any_path() throws IOException {
    revision("R1", "a", "org.other.App.NAME");
    Path classes = temp.resolve("classes");
    app(classes, "one");
    Path jar = Files.createDirectories(temp.resolve("sü ß%20+")).resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("org/other/App.class"));
      out.write(Files.readAllBytes(classes.resolve("org/other/App.class")));
    }

    assertThat(operations("a", jar)).isEqualTo(creates("one"));
    assertThat(operations("a", jar)).isEqualTo(creates("one"));
  }

  @Test
  void revisions_are_compiled_with_the_helpers_beside_them() {
    revision("R1", "a", "Names.ONE");
    revision("R2", "b", "\"two\"");
    write(
        "com/acme/Names.java",
        "package com.acme; class Names { static final String ONE = \"one\"; }");

    try (SourceDirectory directory = directory()) {
      Map<String, Migration> loaded = directory.load(List.of("b", "a"));
      assertThat(loaded).containsOnlyKeys("a", "b");
      assertThat(Recorder.upgrade(loaded.get("a")).operations()).isEqualTo(creates("one"));
    }
  }

  @Test
  void only_what_is_asked_for_is_compiled() {
    revision("R1", "a", "\"one\"");
    revision("R2", "b", "does not compile");

    assertThat(operations("a")).isEqualTo(creates("one"));
  }

  @Test
  void classes_are_kept_and_compiled_again_when_a_source_changes() throws IOException {
    revision("R1", "a", "Names.ONE");
    write(
        "com/acme/Names.java",
        "package com.acme; class Names { static final String ONE = \"one\"; }");
    assertThat(operations("a")).isEqualTo(creates("one"));
    Map<Path, FileTime> kept = times();

    assertThat(operations("a")).isEqualTo(creates("one"));
    assertThat(times()).isEqualTo(kept);

    write(
        "com/acme/Names.java",
        "package com.acme; class Names { static final String ONE = \"uno\"; }");
    assertThat(operations("a")).isEqualTo(creates("uno"));
    revision("R1", "a", "\"direct\"");
    assertThat(operations("a")).isEqualTo(creates("direct"));
  }

  private Map<Path, FileTime> times() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("cache/classes"))) {
      return files.collect(
          java.util.stream.Collectors.toMap(
              file -> file,
              file -> {
                try {
                  return Files.getLastModifiedTime(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    }
  }

  @Test
  void classes_are_compiled_again_when_the_class_path_changes() throws IOException {
    revision("R1", "a", "org.other.App.NAME");
    Path classes = temp.resolve("classes");
    app(classes, "one");
    assertThat(operations("a", classes)).isEqualTo(creates("one"));

    app(classes, "two two");

    assertThat(operations("a", classes)).isEqualTo(creates("two two"));
  }

  private void app(Path classes, String name) throws IOException {
    Path source = temp.resolve("app/org/other/App.java");
    Files.createDirectories(source.getParent());
    Files.createDirectories(classes);
    Files.writeString(
        source,
        "package org.other; public class App { public static final String NAME = \""
            + name
            + "\"; }");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString()))
        .isZero();
  }

  @Test
  void damaged_classes_are_compiled_again() throws IOException {
    revision("R1", "a", "\"one\"");
    operations("a");
    for (Path file : times().keySet()) {
      Files.write(file, new byte[] {1, 2, 3});
    }

    assertThat(operations("a")).isEqualTo(creates("one"));
  }

  @Test
  void a_cache_that_cannot_be_written_is_done_without() throws IOException {
    revision("R1", "a", "\"one\"");
    Files.writeString(temp.resolve("cache"), "a file in the way");

    assertThat(operations("a")).isEqualTo(creates("one"));
  }

  @Test
  void the_compilers_words_are_shown_with_file_and_line() {
    Path file = revision("R1", "a", "missing");

    assertThatThrownBy(() -> operations("a"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-203 A revision does not compile.\n  " + file + ":10   ")
        .hasMessageContaining("cannot find symbol");
  }

  @Test
  void a_revision_that_is_no_migration_is_named() {
    write("R1.java", "@dev.limbeck.migration.Revision(id = \"a\") public class R1 {}");
    write(
        "R2.java",
        "import dev.limbeck.migration.*; @Revision(id = \"b\") public class R2 implements Migration {"
            + " public R2(int i) {} public void upgrade(Operations op) {}"
            + " public void downgrade(Operations op) {} }");

    assertThatThrownBy(() -> operations("a")).hasMessageStartingWith("LMB-222 The class R1 ");
    assertThatThrownBy(() -> operations("b")).hasMessageContaining("constructor");
    assertThatThrownBy(() -> operations("none")).hasMessageStartingWith("LMB-209 ");
  }

  @Test
  void two_revisions_of_one_id_are_both_listed() {
    revision("R1", "a", "\"one\"");
    revision("R2", "a", "\"two\"");

    assertThat(directory().headers()).hasSize(2);
  }
}
