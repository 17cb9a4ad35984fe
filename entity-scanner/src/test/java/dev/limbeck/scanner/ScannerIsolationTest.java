package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner keeps to itself what it loads. */
class ScannerIsolationTest {
  private static final Map<String, String> TICKETS =
      Map.of(
          // An application's package may begin like Limbeck's.
          "dev.limbeck.tickets.Ticket",
          """
          package dev.limbeck.tickets;
          @jakarta.persistence.Entity
          public class Ticket {
            @jakarta.persistence.Id private Long id;
            @jakarta.persistence.Convert(converter = SeatConverter.class) private Seat seat;
          }
          """,
          "dev.limbeck.tickets.Seat",
          "package dev.limbeck.tickets; public record Seat(int row) {}",
          "dev.limbeck.tickets.SeatConverter",
          """
          package dev.limbeck.tickets;
          @jakarta.persistence.Converter
          public class SeatConverter
              implements jakarta.persistence.AttributeConverter<Seat, Integer> {
            public Integer convertToDatabaseColumn(Seat seat) { return seat.row(); }
            public Seat convertToEntityAttribute(Integer row) { return new Seat(row); }
          }
          """);

  @TempDir private Path directory;

  @Test
  void entities_of_a_jar_are_read_and_the_jar_is_let_go() throws IOException {
    Path classes = CompiledClasses.compile(directory, TICKETS);
    Path jar = CompiledClasses.jar(classes, directory.resolve("tickets.jar"));
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    EntityModel model = read(Scans.builder().classPath(jar).build());

    assertThat(model.model().table(QualifiedName.parse("Ticket")))
        .satisfies(table -> assertThat(table.column(Identifier.of("seat"))).isNotNull());
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    assertThat(isOpen(jar)).isFalse();
  }

  @Test
  void entities_in_hibernates_packages_are_read_from_a_directory_or_where_they_are_asked_for()
      throws IOException {
    Path classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "org.hibernate.bugs.Bug",
                """
                package org.hibernate.bugs;
                @jakarta.persistence.Entity
                public class Bug {
                  @jakarta.persistence.Id private Long id;
                }
                """));
    Path jar = CompiledClasses.jar(classes, directory.resolve("bugs.jar"));

    assertThat(read(Scans.builder().classPath(classes).build()).model().tables()).hasSize(1);
    assertThat(
            read(Scans.builder().classPath(jar).packages(List.of("org.hibernate.bugs")).build())
                .model()
                .tables())
        .hasSize(1);
    assertThatThrownBy(() -> read(Scans.builder().classPath(jar).build()))
        .hasMessageContaining("org.hibernate.bugs.Bug: Hibernate brings it in itself");
  }

  @Test
  void nothing_is_printed() throws IOException {
    Path classes = CompiledClasses.compile(directory, TICKETS);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(all);
      System.setErr(all);
      read(Scans.builder().classPath(classes).build());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void without_a_bundle_the_hibernate_beside_limbeck_reads() throws IOException {
    Path classes = CompiledClasses.compile(directory, TICKETS);
    EntityModel model = read(ScannerSettings.builder().classPath(classes).build());
    assertThat(model.model().tables()).hasSize(1);
    assertThat(model.settings().get(0).origin()).isEqualTo("the class path of Limbeck");
  }

  @Test
  void the_hibernate_of_the_class_path_reads_with_the_bundled_dialects() throws IOException {
    Path classes = CompiledClasses.compile(directory, TICKETS);
    List<Path> own =
        Scans.bundledHibernate().stream()
            .filter(jar -> !jar.toString().contains("community"))
            .toList();
    EntityModel model = read(Scans.builder().classPath(classes).classPath(own).build());
    assertThat(model.model().tables()).hasSize(1);
    assertThat(model.settings().get(0).origin()).contains("hibernate-core");
  }

  private static EntityModel read(ScannerSettings settings) {
    return new EntityScanner(settings).read(List.of("postgresql", "sqlite"));
  }

  /** True where this process has the file open, as far as the system tells. */
  private static boolean isOpen(Path file) throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return false;
    }
    try (var open = Files.list(descriptors)) {
      for (Path descriptor : open.toList()) {
        if (Files.exists(descriptor) && Files.isSameFile(descriptor, file)) {
          return true;
        }
      }
    }
    return false;
  }
}
