package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Patience;
import dev.limbeck.migration.Operations;
import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.Progress;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JournalOnPostgresTest extends JournalContract {
  private static final String INDEXES =
      "SELECT indexrelid::regclass, indisvalid FROM pg_index"
          + " WHERE indrelid = 'author'::regclass AND NOT indisprimary ORDER BY 1";

  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  private static Consumer<Operations> unique(String second) {
    return op -> {
      HistoryContract.author(100).accept(op);
      op.execute("INSERT INTO author (id, name) VALUES (1, 'a'), (2, '" + second + "')");
      op.alterTable(
          "author",
          t -> {
            t.addColumn("note", dev.limbeck.model.Types.text());
            t.addUniqueIndex("ix_author_name", "name").concurrently();
            t.addColumn("more", dev.limbeck.model.Types.text());
          });
    };
  }

  @Test
  void an_index_that_is_made_concurrently_divides_its_revision() throws Exception {
    limbeck(unique("b")).upgrade("one");

    assertThat(database.rows(INDEXES).toString()).isEqualTo("[[ix_author_name, true]]");
    assertThat(
            database
                .rows("SELECT count(*) FROM information_schema.columns WHERE table_name = 'author'")
                .toString())
        .isEqualTo("[[4]]");
  }

  @Test
  void an_index_that_is_not_valid_is_dropped_and_made_anew() throws Exception {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", HistoryContract.author(100), op -> op.dropTable("author"))
            .then(
                "two",
                op ->
                    op.alterTable(
                        "author", t -> t.addUniqueIndex("ix_author_name", "name").concurrently()),
                op -> {});
    Limbeck limbeck =
        Limbeck.builder().dataSource(database.dataSource()).revisions(revisions).build();
    limbeck.upgrade("one");
    database.execute("INSERT INTO author (id, name) VALUES (1, 'a'), (2, 'a')");
    assertThatThrownBy(
            () ->
                database.execute(
                    "CREATE UNIQUE INDEX CONCURRENTLY ix_author_name ON author (name)"))
        .hasStackTraceContaining("could not create unique index");
    assertThat(database.rows(INDEXES).toString()).isEqualTo("[[ix_author_name, false]]");
    database.execute("UPDATE author SET name = 'b' WHERE id = 2");

    assertThat(limbeck.upgrade("two").notices().toString()).contains("DROP INDEX CONCURRENTLY");

    assertThat(database.rows(INDEXES).toString()).isEqualTo("[[ix_author_name, true]]");
    assertThat(limbeck.unfinished()).isEmpty();
  }

  @Test
  void raw_sql_that_postgresql_refuses_in_a_transaction_stands_alone() throws SQLException {
    limbeck(
            op -> {
              HistoryContract.author(100).accept(op);
              op.execute(
                  "CREATE INDEX CONCURRENTLY by_name ON author (name);"
                      + " INSERT INTO author (id, name) VALUES (1, 'a'); VACUUM author");
            })
        .upgrade("one");

    assertThat(database.rows(INDEXES).toString()).isEqualTo("[[by_name, true]]");
  }

  /** Not every type that has an order has a greatest value: there is no {@code max} of booleans. */
  @Test
  void batches_go_by_whatever_can_be_ordered() throws Exception {
    for (String type : List.of("uuid", "boolean", "name")) {
      database.execute(
          "CREATE TABLE by_" + type + " (k " + type + " PRIMARY KEY, n integer)",
          "INSERT INTO by_"
              + type
              + " VALUES "
              + (type.equals("uuid")
                  ? "(gen_random_uuid(), 0), (gen_random_uuid(), 0), (gen_random_uuid(), 0)"
                  : type.equals("boolean") ? "(false, 0), (true, 0)" : "('a''b', 0), ('c', 0)"));
    }
    limbeck(
            op -> {
              HistoryContract.author(10).accept(op);
              for (String type : List.of("uuid", "boolean", "name")) {
                op.batches(
                        type,
                        "by_" + type,
                        "k",
                        "UPDATE by_" + type + " SET n = n + 1 WHERE {batch}")
                    .size(1);
              }
            })
        .upgrade("one");

    for (String type : List.of("uuid", "boolean", "name")) {
      assertThat(database.rows("SELECT DISTINCT n FROM by_" + type).toString())
          .as(type)
          .isEqualTo("[[1]]");
    }
  }

  @Test
  void a_lock_that_is_not_to_be_had_is_asked_for_again() throws Exception {
    limbeck(HistoryContract.author(100)).upgrade("one");
    Consumer<Operations> second =
        op -> op.alterTable("author", t -> t.addColumn("note", dev.limbeck.model.Types.text()));
    try (Connection other = database.connection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE author IN ACCESS SHARE MODE");
      List<String> notices = new ArrayList<>();
      Limbeck limbeck =
          Limbeck.builder()
              .dataSource(database.dataSource())
              .revisions(
                  new FixedRevisions()
                      .then("one", HistoryContract.author(100), op -> op.dropTable("author"))
                      .then("two", second, op -> {}))
              .patience(new Patience(Duration.ofMillis(50), null, 2, Duration.ofMillis(1)))
              .progress(
                  new Progress() {
                    @Override
                    public void notice(Notice notice) {
                      notices.add(notice.text());
                      if (notices.size() == 2) {
                        release(other);
                      }
                    }
                  })
              .build();

      limbeck.upgrade("head");

      assertThat(notices)
          .containsExactly(
              "ERROR: canceling statement due to lock timeout; rolled back, and tried again in"
                  + " 0.001 s (1 of 2)",
              "ERROR: canceling statement due to lock timeout; rolled back, and tried again in"
                  + " 0.002 s (2 of 2)");
      assertThat(limbeck.current().rows()).containsExactly("two");
    }
  }

  private static void release(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
