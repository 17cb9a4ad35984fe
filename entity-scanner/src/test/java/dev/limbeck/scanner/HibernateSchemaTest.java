package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.scanner.entity.Definitions;
import dev.limbeck.scanner.entity.Everything;
import dev.limbeck.scanner.entity.Formulas;
import dev.limbeck.scanner.entity.Inheritance;
import dev.limbeck.scanner.entity.PostgresOnly;
import dev.limbeck.scanner.entity.Relations;
import dev.limbeck.scanner.json.Document;
import dev.limbeck.scanner.json.Letter;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measure of the scanner: the schema that Hibernate itself creates. */
class HibernateSchemaTest {
  static final List<Class<?>> ENTITIES =
      managed(
          Everything.class,
          Relations.class,
          Inheritance.class,
          Formulas.class,
          Definitions.Defined.class);
  private static final List<Class<?>> ON_POSTGRES =
      managed(
          Everything.class,
          Relations.class,
          Inheritance.class,
          Formulas.class,
          Definitions.Defined.class,
          Definitions.Counted.class,
          PostgresOnly.class,
          Document.class,
          Letter.class);

  private static List<Class<?>> managed(Class<?>... outers) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> outer : outers) {
      if (outer.getAnnotations().length > 0) {
        classes.add(outer);
      }
      for (Class<?> inner : outer.getDeclaredClasses()) {
        if (inner.getAnnotations().length > 0) {
          classes.add(inner);
        }
      }
    }
    classes.sort(Comparator.comparing(Class::getName));
    return classes;
  }

  @Test
  void on_postgresql_the_facts_are_those_of_hibernates_own_schema() throws SQLException {
    try (TestDatabase hibernates = TestPostgres.freshDatabase();
        TestDatabase ours = TestPostgres.freshDatabase()) {
      EntityModel scanned =
          new EntityScanner(
                  Scans.of(ON_POSTGRES)
                      .property("jakarta.persistence.database-major-version", version(hibernates))
                      .build())
              .read(List.of("postgresql"));
      hibernates.execute(HibernateDdl.statements(hibernates.dataSource(), ON_POSTGRES, Map.of()));
      ours.execute(Creation.statements(scanned.model(), "postgresql"));
      assertThat(facts(hibernates).differenceTo(facts(ours))).hasToString("");
    }
  }

  @Test
  void on_sqlite_the_facts_are_those_of_hibernates_own_schema_as_far_as_it_goes(
      @TempDir Path directory) throws SQLException {
    try (TestDatabase hibernates = TestSqlite.fresh(directory);
        TestDatabase ours = TestSqlite.fresh(directory)) {
      EntityModel scanned =
          new EntityScanner(Scans.of(ENTITIES).build()).read(List.of("postgresql", "sqlite"));
      hibernates.execute(
          HibernateDdl.statements(hibernates.dataSource(), ENTITIES, Map.of()).stream()
              .filter(sql -> !sql.strip().startsWith("comment on "))
              .toList());
      ours.execute(Creation.statements(scanned.model(), "sqlite"));
      assertThat(sqliteFacts(hibernates).differenceTo(sqliteFacts(ours))).hasToString("");
    }
  }

  /** Hibernate's SQLite DDL has no foreign keys and not all unique constraints. */
  private static SchemaFacts sqliteFacts(TestDatabase database) throws SQLException {
    return facts(database).without(Fact.Kind.FOREIGN_KEY, Fact.Kind.UNIQUE);
  }

  private static String version(TestDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return Integer.toString(connection.getMetaData().getDatabaseMajorVersion());
    }
  }

  private static SchemaFacts facts(TestDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection)
          .withoutConstraintNames()
          .withoutIndexNames()
          .without(Fact.Kind.CAST, Fact.Kind.VIEW, Fact.Kind.SEQUENCE_ROW);
    }
  }
}
