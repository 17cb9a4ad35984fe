package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresIdentifiersTest {
  private final PostgresIdentifiers identifiers = new PostgresIdentifiers();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      textBlock =
          """
          createdAt,     createdAt
          Order,         "order"
          `Order`,       "Order"
          `order`,       "order"
          `created`,     "created"
          with space,    "with space"
          1st,           "1st"
          a$b,           a$b
          $a,            "$a"
          größe,         größe
          ÄHRE,          ÄHRE
          `say "hi"`,    "say ""hi\"""
          """)
  void names_are_quoted_where_they_have_to_be(String name, String sql) {
    assertThat(identifiers.render(Identifier.parse(name))).isEqualTo(sql);
  }

  @Test
  void a_schema_stands_in_front() {
    assertThat(identifiers.render(QualifiedName.parse("app.User"))).isEqualTo("app.\"user\"");
  }

  @Test
  void every_name_is_stored_under_its_key() {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      List<Identifier> names =
          List.of(
              Identifier.of("createdAt"),
              Identifier.of("Order"),
              Identifier.quoted("Order"),
              Identifier.of("With Space"),
              Identifier.of("ÄHRE"),
              Identifier.quoted("a\"b"),
              Identifier.of("İstanbul"));
      for (Identifier name : names) {
        database.execute(
            "DROP TABLE IF EXISTS t", "CREATE TABLE t (" + identifiers.render(name) + " int)");
        Object stored =
            database
                .rows(
                    "SELECT attname FROM pg_attribute"
                        + " WHERE attrelid = 't'::regclass AND attnum = 1")
                .get(0)
                .get(0);
        assertThat(stored).isEqualTo(name.key());
        assertThat(identifiers.stored((String) stored)).isEqualTo(name);
      }
    }
  }

  @Test
  void every_keyword_of_the_server_can_be_a_table_and_a_column() {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      List<String> statements =
          database.rows("SELECT word FROM pg_get_keywords()").stream()
              .map(row -> identifiers.render(Identifier.of((String) row.get(0))))
              .map(name -> "CREATE TABLE " + name + " (" + name + " int, CHECK (" + name + " > 0))")
              .toList();
      database.execute(statements);
      assertThat(statements).hasSizeGreaterThan(400);
    }
  }
}
