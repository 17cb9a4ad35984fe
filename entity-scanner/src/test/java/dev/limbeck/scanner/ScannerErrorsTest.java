package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scanner says of class paths and mappings that cannot be read. */
class ScannerErrorsTest {
  private static final String ORDER =
      """
      package shop;
      @jakarta.persistence.Entity
      public class Order {
        @jakarta.persistence.Id private Long id;
        private Money total;
      }
      """;
  private static final String MONEY =
      """
      package shop;
      public class Money implements java.io.Serializable {}
      """;

  @TempDir private Path directory;

  @Test
  void a_class_path_without_entities() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThatThrownBy(() -> read(Scans.builder().classPath(empty)))
        .hasMessage(
            """
            LMB-110 No entity is on the class path.
              Looked through %s.
              Compile the project first, or correct the class path."""
                .formatted(empty));
  }

  @Test
  void a_class_path_entry_that_is_not_there() {
    Path missing = directory.resolve("missing.jar");
    assertThatThrownBy(() -> read(Scans.builder().classPath(missing)))
        .hasMessageStartingWith("LMB-117 The class path names " + missing);
  }

  @Test
  void a_class_that_an_entity_needs_is_missing() throws IOException {
    Path classes = shop();
    Files.delete(classes.resolve("shop/Money.class"));
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes)))
        .hasMessageStartingWith(
            """
            LMB-111 Classes do not load.
              shop.Order: the class shop.Money is missing
            """);
  }

  @Test
  void a_listed_class_that_is_not_there() throws IOException {
    Path classes = shop();
    assertThatThrownBy(
            () -> read(Scans.builder().classPath(classes).classes(List.of("shop.Nothing"))))
        .hasMessageStartingWith("LMB-111 The class shop.Nothing is to be read, but is not on");
  }

  @Test
  void a_class_file_for_a_newer_java() throws IOException {
    Path classes = shop();
    Path file = classes.resolve("shop/Order.class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = (byte) 200;
    Files.write(file, bytes);
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes)))
        .hasMessageStartingWith("LMB-112 Classes are compiled for a newer Java")
        .hasMessageContaining("shop.Order: ");
  }

  @Test
  void no_hibernate_for_sqlite() throws IOException {
    Path classes = shop();
    List<Path> own =
        Scans.bundledHibernate().stream()
            .filter(jar -> !jar.toString().contains("community"))
            .toList();
    assertThatThrownBy(
            () ->
                new EntityScanner(
                        ScannerSettings.builder().classPath(classes).classPath(own).build())
                    .read(List.of("sqlite")))
        .hasMessageStartingWith("LMB-113 The Hibernate ")
        .hasMessageContaining("Add org.hibernate.orm:hibernate-community-dialects:");
  }

  @Test
  void a_hibernate_of_an_older_line() throws IOException {
    Path classes = shop();
    write(classes, "org/hibernate/boot/MetadataSources.class", "");
    write(classes, "META-INF/MANIFEST.MF", "Implementation-Version: 6.5.3.Final\n");
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes)))
        .hasMessageStartingWith("LMB-113 The Hibernate on the class path is 6.5.3.Final.");
  }

  @Test
  void a_mapping_that_hibernate_refuses() throws IOException {
    Path classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "shop.Nameless",
                "package shop; @jakarta.persistence.Entity public class Nameless {}"));
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes)))
        .hasMessageStartingWith("LMB-114 The entities do not map on postgresql.\n")
        .hasMessageContaining("shop.Nameless");
  }

  @Test
  void an_attribute_that_a_database_cannot_keep() {
    assertThatThrownBy(
            () ->
                new EntityScanner(
                        Scans.of(List.of(dev.limbeck.scanner.json.Document.class)).build())
                    .read(List.of("sqlite")))
        .hasMessageStartingWith("LMB-114 The entities do not map on sqlite.\n");
  }

  @Test
  void an_embeddable_of_a_composite_type() throws IOException {
    Path classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "shop.Place",
                """
                package shop;
                @jakarta.persistence.Embeddable
                @org.hibernate.annotations.Struct(name = "place_type")
                public record Place(String city, int zip) {}
                """,
                "shop.Shop",
                """
                package shop;
                @jakarta.persistence.Entity
                public class Shop {
                  @jakarta.persistence.Id private Long id;
                  private Place place;
                }
                """));
    assertThatThrownBy(
            () ->
                new EntityScanner(Scans.builder().classPath(classes).build())
                    .read(List.of("sqlite")))
        .hasMessageStartingWith(
            """
            LMB-119 Embeddables are mapped to composite types, which sqlite does not have.
              shop.Place: place_type
            """);
  }

  @Test
  void a_key_that_only_one_database_would_have_is_a_note() throws IOException {
    Path classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "shop.Sale",
                """
                package shop;
                @jakarta.persistence.Entity
                public class Sale {
                  @jakarta.persistence.Id private Long id;
                  @org.hibernate.annotations.PartitionKey private int region;
                }
                """));
    assertThat(
            new EntityScanner(Scans.builder().classPath(classes).build())
                .read(List.of("sqlite", "postgresql"))
                .notes())
        .containsExactly(
            "table Sale: the mapping wants other keys on postgresql; revisions have those of"
                + " sqlite, there is no primary key (id, region), there is primary key (id)");
  }

  @Test
  void a_part_of_the_class_path_that_was_made_for_another_hibernate() throws IOException {
    Path classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "shop.Log",
                """
                package shop;
                public class Log {}
                """,
                "shop.Contributor",
                """
                package shop;
                public class Contributor implements org.hibernate.service.spi.ServiceContributor {
                  @Override
                  public void contribute(
                      org.hibernate.boot.registry.StandardServiceRegistryBuilder registry) {
                    new Log();
                  }
                }
                """,
                "shop.Item",
                """
                package shop;
                @jakarta.persistence.Entity
                public class Item {
                  @jakarta.persistence.Id private Long id;
                }
                """));
    Files.delete(classes.resolve("shop/Log.class"));
    write(
        classes,
        "META-INF/services/org.hibernate.service.spi.ServiceContributor",
        "shop.Contributor");
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes)))
        .hasMessageMatching(
            """
            LMB-113 Hibernate .* does not start with what the class path adds to it\\.
              java\\.lang\\.NoClassDefFoundError: shop/Log
              at shop\\.Contributor\\.contribute
              It was probably made for another Hibernate: .*""");
  }

  @Test
  void several_units_and_none_named() throws IOException {
    Path classes = shop();
    write(
        classes,
        "META-INF/persistence.xml",
        """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.1">
          <persistence-unit name="a"/>
          <persistence-unit name="b"/>
        </persistence>
        """);
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes)))
        .hasMessageStartingWith("LMB-115 Several persistence units are on the class path: a (");
    assertThatThrownBy(() -> read(Scans.builder().classPath(classes).persistenceUnit("c")))
        .hasMessageStartingWith("LMB-115 No persistence.xml has a unit c.\n  Units are: a (");
  }

  @Test
  void a_source_newer_than_its_class_is_a_warning() throws IOException {
    Path classes = shop();
    Path source = CompiledClasses.source(directory, "shop.Order");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    var model =
        new EntityScanner(
                Scans.builder()
                    .classPath(classes)
                    .sources(List.of(directory.resolve("src")))
                    .build())
            .read(List.of("postgresql"));
    assertThat(model.skipped())
        .containsExactly(
            "warning: shop.Order is older than its source " + source + ": compile first");
  }

  private Path shop() throws IOException {
    return CompiledClasses.compile(directory, Map.of("shop.Order", ORDER, "shop.Money", MONEY));
  }

  private static void write(Path classes, String name, String text) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void read(ScannerSettings.Builder settings) {
    new EntityScanner(settings.build()).read(List.of("postgresql"));
  }
}
