package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of Hibernate that an application may bring: the schema that Limbeck makes of its
 * reading is the one that it makes itself.
 */
class HibernateLinesTest {
  private static final List<Class<?>> ENTITIES = HibernateSchemaTest.ENTITIES;

  static List<HibernateLine> lines() {
    return HibernateLine.all();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void the_schema_is_the_one_that_this_hibernate_makes(HibernateLine line, @TempDir Path directory)
      throws Exception {
    try (TestDatabase hibernates = TestPostgres.freshDatabase();
        TestDatabase ours = TestPostgres.freshDatabase();
        TestDatabase hibernatesFile = TestSqlite.fresh(directory);
        TestDatabase oursFile = TestSqlite.fresh(directory)) {
      EntityScanner scanner = new EntityScanner(line.scan(ENTITIES).build());
      EntityModel scanned =
          scanner.read(List.of("postgresql"), Map.of("postgresql", version(hibernates)));
      assertThat(scanned.settings().get(0).value()).isEqualTo(line.version());
      assertThat(scanned.mapping().generators()).containsValues("item_numbers", "id_rows");
      EntityModel onSqlite = scanner.read(List.of("sqlite"));

      hibernates.execute(line.ddl(hibernates, ENTITIES));
      ours.execute(Creation.statements(scanned.model(), "postgresql"));
      assertThat(facts(hibernates).differenceTo(facts(ours))).hasToString("");

      hibernatesFile.execute(
          line.ddl(hibernatesFile, ENTITIES).stream()
              .filter(sql -> !sql.strip().startsWith("comment on "))
              .toList());
      oursFile.execute(Creation.statements(onSqlite.model(), "sqlite"));
      assertThat(sqliteFacts(hibernatesFile).differenceTo(sqliteFacts(oursFile))).hasToString("");
    }
  }

  /** Hibernate's SQLite DDL has no foreign keys and not all unique constraints. */
  private static SchemaFacts sqliteFacts(TestDatabase database) throws Exception {
    return facts(database).without(Fact.Kind.FOREIGN_KEY, Fact.Kind.UNIQUE);
  }

  private static int version(TestDatabase database) throws Exception {
    try (Connection connection = database.connection()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  private static SchemaFacts facts(TestDatabase database) throws Exception {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection)
          .withoutConstraintNames()
          .withoutIndexNames()
          .without(Fact.Kind.CAST, Fact.Kind.VIEW, Fact.Kind.SEQUENCE_ROW);
    }
  }
}
