package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.model.Table;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Envers on the class path: its tables are those of the application. */
class EnversTest {
  private static final HibernateLine LINE = HibernateLine.of("7.2");
  private static final List<String> NAMES =
      List.of("shop.Item", "shop.Special", "shop.Part", "shop.Change");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "org.hibernate.envers.audit_table_suffix", "_history",
          "org.hibernate.envers.store_data_at_delete", "true",
          "org.hibernate.envers.audit_strategy",
              "org.hibernate.envers.strategy.internal.ValidityAuditStrategy");

  @TempDir Path directory;

  private Path compiled() throws IOException {
    return CompiledClasses.compile(
        directory,
        Map.of(
            "shop.Item",
            """
            package shop;
            import jakarta.persistence.*;
            import java.util.*;
            import org.hibernate.envers.*;
            @Entity
            @Audited
            @Inheritance(strategy = InheritanceType.JOINED)
            public class Item {
              @Id @GeneratedValue Long nr;
              @Column(length = 40, nullable = false, unique = true) String name;
              @NotAudited String secret;
              @ElementCollection Set<String> words;
              @ManyToMany @AuditJoinTable(name = "item_part_audit") List<Part> parts;
              @OneToMany @JoinColumn(name = "inside") Set<Part> inside;
            }
            """,
            "shop.Special",
            """
            package shop;
            @jakarta.persistence.Entity
            @org.hibernate.envers.Audited(withModifiedFlag = true)
            public class Special extends Item { int price; }
            """,
            "shop.Part",
            """
            package shop;
            import jakarta.persistence.*;
            @Entity
            @org.hibernate.envers.Audited
            @org.hibernate.envers.AuditTable("part_versions")
            public class Part {
              @Id Long nr;
              @Enumerated(EnumType.STRING) Kind kind;
              public enum Kind { A, B }
            }
            """,
            "shop.Change",
            """
            package shop;
            import jakarta.persistence.*;
            import org.hibernate.envers.*;
            @Entity
            @RevisionEntity
            @Table(name = "change_log")
            public class Change {
              @Id @GeneratedValue @RevisionNumber Long nr;
              @RevisionTimestamp long at;
              String who;
            }
            """),
        LINE.jars());
  }

  @Test
  void on_postgresql_the_tables_are_hibernates() throws Exception {
    try (TestDatabase hibernates = TestPostgres.freshDatabase();
        TestDatabase ours = TestPostgres.freshDatabase()) {
      same(hibernates, ours, "postgresql", Map.of());
    }
  }

  @Test
  void on_sqlite_the_tables_are_hibernates_with_the_settings_of_envers() throws Exception {
    try (TestDatabase hibernates = TestSqlite.fresh(directory);
        TestDatabase ours = TestSqlite.fresh(directory)) {
      EntityModel scanned = same(hibernates, ours, "sqlite", SETTINGS);
      assertThat(scanned.model().tables())
          .extracting(Table::name)
          .extracting(Object::toString)
          .contains("Item_history", "part_versions", "item_part_audit", "change_log");
    }
  }

  /** The numbers of revisions are an identity on SQLite, and a sequence on PostgreSQL. */
  @ParameterizedTest
  @CsvSource({"sqlite,postgresql", "postgresql,sqlite"})
  void with_two_dialects_each_application_finds_its_generator(String first, String second)
      throws Exception {
    Path classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "aud.Aud",
                """
                package aud;
                import jakarta.persistence.*;
                @Entity
                @org.hibernate.envers.Audited
                public class Aud { @Id Long nr; String name; }
                """),
            LINE.jars());
    EntityModel scanned = scan(classes, List.of(first, second), Map.of());
    try (TestDatabase hibernates = TestPostgres.freshDatabase();
        TestDatabase ours = TestPostgres.freshDatabase()) {
      hibernates.execute(LINE.ddl(hibernates, classes, List.of("aud.Aud"), Map.of()));
      ours.execute(Creation.statements(scanned.model(), "postgresql"));
      assertThat(facts(hibernates, "postgresql").differenceTo(facts(ours, "postgresql")))
          .hasToString("");
    }
    try (TestDatabase ours = TestSqlite.fresh(directory)) {
      ours.execute(Creation.statements(scanned.model(), "sqlite"));
      ours.execute("insert into REVINFO (REVTSTMP) values (7)");
      assertThat(ours.rows("select REV, REVTSTMP from REVINFO")).hasToString("[[1, 7]]");
    }
    assertThat(scanned.notes())
        .containsExactly(
            "sequence REVINFO_SEQ: the mapping wants it on postgresql only; revisions make it"
                + " everywhere",
            "column REVINFO.REV: the mapping wants an identity on sqlite only; elsewhere the ids"
                + " come from the application");
  }

  private static EntityModel scan(
      Path classes, List<String> dialects, Map<String, String> settings) {
    return new EntityScanner(
            Scans.builder()
                .classPath(classes)
                .classPath(LINE.jars())
                .communityDialects(HibernateLine.communityDialects())
                .properties(settings)
                .build())
        .read(dialects);
  }

  private EntityModel same(
      TestDatabase hibernates, TestDatabase ours, String dialect, Map<String, String> settings)
      throws Exception {
    Path classes = compiled();
    EntityModel scanned = scan(classes, List.of(dialect), settings);
    hibernates.execute(
        LINE.ddl(hibernates, classes, NAMES, settings).stream()
            .filter(sql -> !sql.strip().startsWith("comment on "))
            .toList());
    ours.execute(Creation.statements(scanned.model(), dialect));
    assertThat(facts(hibernates, dialect).differenceTo(facts(ours, dialect))).hasToString("");
    return scanned;
  }

  /** Hibernate's SQLite DDL has no foreign keys and not all unique constraints. */
  private static SchemaFacts facts(TestDatabase database, String dialect) throws SQLException {
    try (Connection connection = database.connection()) {
      SchemaFacts facts =
          SchemaFacts.of(connection)
              .withoutConstraintNames()
              .withoutIndexNames()
              .without(Fact.Kind.SEQUENCE_ROW);
      return dialect.equals("sqlite")
          ? facts.without(Fact.Kind.FOREIGN_KEY, Fact.Kind.UNIQUE)
          : facts;
    }
  }
}
