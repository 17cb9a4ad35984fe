package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.scanner.cache.CachedEntities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a scan, and when it does not count. */
class CachedEntitiesTest {
  private static final List<String> BOTH = List.of("sqlite", "postgresql");
  private static final String CLASS = "com.acme.Note";

  @TempDir private Path directory;
  private Path classes;
  private Path kept;

  @BeforeEach
  void compile() throws IOException {
    classes = compiled("String text;");
    kept = directory.resolve("kept");
  }

  private Path compiled(String attribute) throws IOException {
    return CompiledClasses.compile(
        directory,
        Map.of(
            CLASS,
            "package com.acme; import jakarta.persistence.*; @Entity public class Note {"
                + " @Id Long id; "
                + attribute
                + " }"));
  }

  private ScannerSettings.Builder settings() {
    return Scans.builder().classPath(classes);
  }

  private EntityModel read(ScannerSettings settings) {
    try (CachedEntities entities = new CachedEntities(settings, kept)) {
      return entities.read(BOTH);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.sorted().toList();
    }
  }

  /** Makes the kept scan tell of another table, so that a reader of it can be told. */
  private void mark() throws IOException {
    for (Path file : files()) {
      String stored = Files.readString(file).substring(Files.readString(file).indexOf('\n') + 1);
      String marked = stored.replace("\"name\":\"Note\"", "\"name\":\"kept\"");
      java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
      sum.update(marked.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Files.writeString(file, Long.toHexString(sum.getValue()) + "\n" + marked);
    }
  }

  private static String table(EntityModel model) {
    return model.model().tables().get(0).name().toString();
  }

  @Test
  void a_scan_that_is_kept_is_equal_to_the_scan() {
    ScannerSettings settings =
        Scans.builder()
            .classPath(Scans.TEST_CLASSES)
            .packages(List.of("dev.limbeck.scanner.entity"))
            .build();
    EntityModel scanned = new EntityScanner(settings).read(BOTH);

    assertThat(read(settings)).isEqualTo(scanned);
    assertThat(read(settings)).isEqualTo(scanned);
    assertThat(read(settings).model().tables()).containsExactlyElementsOf(scanned.model().tables());
  }

  @Test
  void what_did_not_change_is_not_scanned_again() throws IOException {
    read(settings().build());
    mark();

    assertThat(table(read(settings().build()))).isEqualTo("kept");
  }

  @Test
  void classes_of_other_times_and_the_same_content_did_not_change() throws IOException {
    read(settings().build());
    mark();
    Files.setLastModifiedTime(
        classes.resolve("com/acme/Note.class"), FileTime.fromMillis(1_000_000_000_000L));

    assertThat(table(read(settings().build()))).isEqualTo("kept");
  }

  @Test
  void another_content_of_the_same_size_and_time_is_scanned() throws IOException {
    Path file = classes.resolve("com/acme/Note.class");
    read(settings().build());
    mark();
    FileTime time = Files.getLastModifiedTime(file);
    long size = Files.size(file);
    compiled("String texu;");
    Files.setLastModifiedTime(file, time);

    EntityModel model = read(settings().build());

    assertThat(Files.size(file)).isEqualTo(size);
    assertThat(model.mapping().places()).containsValue("Note.texu");
  }

  @Test
  void a_jar_is_scanned_again_where_something_in_it_changed() throws IOException {
    jar();
    ScannerSettings settings = Scans.builder().classPath(directory.resolve("app.jar")).build();
    read(settings);
    mark();
    assertThat(table(read(settings))).isEqualTo("kept");

    compiled("String texu;");
    jar();

    assertThat(read(settings).mapping().places()).containsValue("Note.texu");
  }

  @Test
  void a_jar_is_opened_only_when_its_sum_is_known() throws IOException {
    jar();
    EntityScanner scanner =
        new EntityScanner(Scans.builder().classPath(directory.resolve("app.jar")).build());
    Runnable summing =
        () -> {
          try {
            classes = compiled("String later;");
            jar();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };

    try (PreparedScan prepared = scanner.prepare(List.of("postgresql"), summing)) {
      assertThat(columns(scanner.read(prepared, Map.of()))).contains("later");
    }
  }

  private static List<String> columns(EntityModel model) {
    return model.model().tables().get(0).columns().stream()
        .map(column -> column.name().text())
        .toList();
  }

  private void jar() throws IOException {
    Path made = directory.resolve("made.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(made))) {
      out.putNextEntry(new JarEntry("com/acme/Note.class"));
      out.write(Files.readAllBytes(classes.resolve("com/acme/Note.class")));
      out.closeEntry();
    }
    Files.move(made, directory.resolve("app.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void other_settings_dialects_and_servers_are_scanned() throws IOException {
    try (CachedEntities entities = new CachedEntities(settings().build(), kept)) {
      entities.read(List.of("postgresql"));
      entities.read(List.of("postgresql"), Map.of("postgresql", 15));
      entities.read(List.of("sqlite"));
    }
    read(settings().properties(Map.of("hibernate.default_schema", "app")).build());

    assertThat(files()).hasSize(4);
  }

  @Test
  void another_resource_of_the_class_path_is_scanned() throws IOException {
    read(settings().build());
    Files.writeString(classes.resolve("hibernate.properties"), "hibernate.default_schema=app");

    assertThat(table(read(settings().build()))).isEqualTo("app.Note");
  }

  @Test
  void a_damaged_file_counts_as_none() throws IOException {
    read(settings().build());
    List<Path> files = files();
    for (String damaged : List.of("", "x", "\n", "0\n{}", "no sum\n{\"model\":{}}")) {
      Files.writeString(files.get(0), damaged);

      assertThat(table(read(settings().build()))).isEqualToIgnoringCase("note");
    }
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void a_scan_with_a_warning_is_made_again() throws IOException {
    Path source = directory.resolve("com/acme/Note.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "newer");
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 3_600_000L));

    EntityModel model = read(settings().sources(List.of(directory)).build());

    assertThat(model.skipped()).anyMatch(line -> line.startsWith("warning: com.acme.Note"));
    assertThat(files()).isEmpty();
  }

  @Test
  void a_source_that_changed_is_warned_of_though_its_class_did_not() throws IOException {
    Path source = directory.resolve("com/acme/Note.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "older");
    Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000_000_000L));
    read(settings().sources(List.of(directory)).build());
    assertThat(files()).hasSize(1);
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 3_600_000L));

    assertThat(read(settings().sources(List.of(directory)).build()).skipped())
        .anyMatch(line -> line.startsWith("warning: com.acme.Note"));
  }

  @Test
  void a_directory_that_cannot_be_written_keeps_nothing() throws IOException {
    Files.writeString(kept, "a file");

    assertThat(table(read(settings().build()))).isEqualToIgnoringCase("note");
  }

  @Test
  void only_the_latest_scans_are_kept() throws IOException {
    List<String> schemas = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      schemas.add("s" + i);
      read(settings().properties(Map.of("hibernate.default_schema", "s" + i)).build());
    }

    assertThat(files()).hasSizeLessThan(schemas.size());
  }

  @Test
  void who_asks_to_scan_is_not_shown_what_is_kept() throws IOException {
    read(settings().build());
    mark();

    try (CachedEntities entities = new CachedEntities(settings().build(), kept)) {
      assertThat(table(entities.scanning().read(BOTH))).isEqualToIgnoringCase("note");
    }
  }

  @Test
  void what_is_begun_is_scanned_once_and_kept() throws IOException {
    try (CachedEntities entities = new CachedEntities(settings().build(), kept)) {
      entities.begin(BOTH);
      EntityModel begun = entities.read(BOTH);
      assertThat(begun).isEqualTo(new EntityScanner(settings().build()).read(BOTH));
    }
    assertThat(files()).hasSize(1);

    mark();

    try (CachedEntities entities = new CachedEntities(settings().build(), kept)) {
      entities.begin(BOTH);
      assertThat(table(entities.read(BOTH))).isEqualTo("kept");
    }
  }

  @Test
  void what_is_begun_for_other_dialects_is_of_no_use_and_does_no_harm() {
    try (CachedEntities entities = new CachedEntities(settings().build(), kept)) {
      entities.begin(List.of("sqlite"));

      assertThat(entities.read(BOTH)).isEqualTo(read(settings().build()));
    }
  }

  @Test
  void what_is_begun_and_fails_says_so_to_the_reader() {
    ScannerSettings nothing = ScannerSettings.builder().classPath(kept.resolve("none")).build();
    try (CachedEntities entities = new CachedEntities(nothing, kept)) {
      entities.begin(BOTH);

      assertThat(assertThrows(LimbeckException.class, () -> entities.read(BOTH)).code())
          .isEqualTo("LMB-117");
    }
  }
}
