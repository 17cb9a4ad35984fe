package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import dev.limbeck.testsupport.facts.Fact.Kind;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HibernateDdlTest {

  @TempDir Path directory;

  @Test
  void hibernate_is_content_with_its_own_schema_on_postgresql() {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      HibernateDdl hibernate = HibernateDdl.ofSample(database.dataSource());
      hibernate.create();

      assertThat(hibernate.findings()).isEmpty();
    }
  }

  @Test
  void every_finding_is_told() {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      HibernateDdl hibernate = HibernateDdl.ofSample(database.dataSource());
      hibernate.create();
      database.execute(
          "ALTER TABLE loan DROP CONSTRAINT ck_loan_renewals, ALTER COLUMN renewals TYPE text, ALTER COLUMN due_on TYPE text",
          "DROP TABLE chapter");

      assertThat(hibernate.findings())
          .containsExactly(
              "Schema validation: missing table [chapter]",
              "Schema validation: wrong column type encountered in column [due_on] in table [loan];"
                  + " found [text (Types#VARCHAR)], but expecting [date (Types#DATE)]",
              "Schema validation: wrong column type encountered in column [renewals] in table [loan];"
                  + " found [text (Types#VARCHAR)], but expecting [integer (Types#INTEGER)]");
    }
  }

  @Test
  void hibernate_finds_fault_with_the_keys_that_it_makes_on_sqlite() {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      HibernateDdl hibernate = HibernateDdl.ofSample(database.dataSource());
      hibernate.create();

      assertThat(hibernate.findings())
          .containsExactlyElementsOf(
              Stream.of("`group`", "loan", "person", "publisher")
                  .map(
                      table ->
                          "Schema validation: wrong column type encountered in column [id] in table ["
                              + table
                              + "]; found [integer (Types#INTEGER)],"
                              + " but expecting [bigint (Types#BIGINT)]")
                  .toList());
    }
  }

  @Test
  void what_was_made_is_dropped() throws SQLException {
    try (TestDatabase database = TestPostgres.freshDatabase();
        Connection connection = database.connection()) {
      HibernateDdl hibernate = HibernateDdl.ofSample(database.dataSource());
      hibernate.create();
      hibernate.drop();

      assertThat(SchemaFacts.of(connection).without(Kind.SCHEMA).lines()).isEmpty();
    }
    try (TestDatabase database = TestSqlite.fresh(directory);
        Connection connection = database.connection()) {
      HibernateDdl hibernate = HibernateDdl.ofSample(database.dataSource());
      hibernate.create();
      hibernate.drop();

      assertThat(SchemaFacts.of(connection).lines()).isEmpty();
    }
  }
}
