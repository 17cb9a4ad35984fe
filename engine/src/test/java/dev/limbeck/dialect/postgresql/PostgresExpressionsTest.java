package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.ExpressionReader.Place;
import dev.limbeck.dialect.ExpressionReader.Question;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresExpressionsTest {
  private static final Table BOOK =
      Table.of(
          "book",
          Column.of("title", Types.varchar(20)),
          Column.of("status", Types.varchar(20)),
          Column.of("pages", Types.integer()),
          Column.of("mood", Types.named("no_such_type")));

  private final PostgresExpressions expressions =
      (PostgresExpressions) new PostgresDialect().expressions();
  private TestDatabase database;
  private Connection connection;

  @BeforeEach
  void openDatabase() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void each_place_is_spelled_as_the_server_stores_it() throws SQLException {
    assertThat(expressions.spelled(connection, questions()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                question(Place.DEFAULT, "title", "'x'"), "'x'::character varying",
                question(Place.DEFAULT, "pages", "-5"), "'-5'::integer",
                question(Place.CHECK, null, "book.pages > 1 -- many"), "(pages > 1)",
                question(Place.COMPUTED, "title", "upper(status)"), "upper((status)::text)",
                question(Place.INDEX, null, "lower(title)"), "lower((title)::text)",
                question(Place.PREDICATE, null, "status in ('A','B')"),
                    "((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character"
                        + " varying])::text[]))"));
  }

  private static List<Question> questions() {
    return List.of(
        question(Place.DEFAULT, "title", "'x'"),
        question(Place.DEFAULT, "pages", "-5"),
        question(Place.CHECK, null, "book.pages > 1 -- many"),
        question(Place.COMPUTED, "title", "upper(status)"),
        question(Place.INDEX, null, "lower(title)"),
        question(Place.PREDICATE, null, "status in ('A','B')"));
  }

  @Test
  void one_bad_expression_does_not_spoil_the_others() throws SQLException {
    List<Question> all = new ArrayList<>(questions());
    all.add(2, question(Place.CHECK, null, "nonsense(pages)"));
    all.add(4, question(Place.DEFAULT, "mood", "'ok'"));
    all.add(question(Place.CHECK, null, "pages > 1); DROP TABLE book; --"));
    assertThat(expressions.spelled(connection, all).keySet())
        .containsExactlyInAnyOrderElementsOf(questions());
  }

  @Test
  void two_tables_of_one_name_are_asked_at_once() throws SQLException {
    Table other = BOOK.withName(dev.limbeck.model.QualifiedName.parse("app.book"));
    Question here = question(Place.CHECK, null, "pages > 1");
    Question there = new Question(Place.CHECK, other, null, "pages > 2");
    assertThat(expressions.spelled(connection, List.of(here, there)))
        .isEqualTo(Map.of(here, "(pages > 1)", there, "(pages > 2)"));
  }

  /** As where a type changes: what the entities want has another type than what there is. */
  @Test
  void one_table_may_have_other_types_in_another_model() throws SQLException {
    Table other = Table.of("book", Column.of("title", Types.character(1)));
    Question before = question(Place.CHECK, null, "length(book.title) > 1");
    Question after = new Question(Place.CHECK, other, null, "length(book.title) > 1");
    assertThat(expressions.spelled(connection, List.of(before, after)))
        .isEqualTo(Map.of(before, "(length((title)::text) > 1)", after, "(length(title) > 1)"));
  }

  @Test
  void nothing_is_left_behind_and_the_transaction_goes_on() throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE mine (id int)");
    }
    expressions.spelled(connection, questions());
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
    assertThat(database.rows("SELECT relname FROM pg_class WHERE relname IN ('mine', 'book')"))
        .isEqualTo(List.of(List.of("mine")));
  }

  @Test
  void a_server_that_only_reads_answers_nothing() throws SQLException {
    connection.setReadOnly(true);
    assertThat(expressions.spelled(connection, questions())).isEmpty();
    assertThat(connection.getAutoCommit()).isTrue();
  }

  private static Question question(Place place, @Nullable String column, String sql) {
    return new Question(place, BOOK, column == null ? null : Identifier.of(column), sql);
  }
}
