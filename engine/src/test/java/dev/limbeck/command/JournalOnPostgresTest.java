package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.migration.Operations;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.SQLException;
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

    assertThat(database().rows(INDEXES).toString()).isEqualTo("[[ix_author_name, true]]");
    assertThat(
            database()
                .rows("SELECT count(*) FROM information_schema.columns WHERE table_name = 'author'")
                .toString())
        .isEqualTo("[[4]]");
  }

  @Test
  void an_index_that_is_not_valid_is_dropped_and_made_anew() throws Exception {
    Limbeck limbeck = limbeck(unique("a"));
    assertThatThrownBy(() -> limbeck.upgrade("one"))
        .hasMessageStartingWith("LMB-405")
        .hasMessageContaining("CREATE UNIQUE INDEX CONCURRENTLY ix_author_name");
    assertThat(database().rows(INDEXES).toString()).isEqualTo("[[ix_author_name, false]]");
    database().execute("UPDATE author SET name = 'b' WHERE id = 2");

    assertThat(limbeck.upgrade("one").notices().toString()).contains("DROP INDEX CONCURRENTLY");

    assertThat(database().rows(INDEXES).toString()).isEqualTo("[[ix_author_name, true]]");
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

    assertThat(database().rows(INDEXES).toString()).isEqualTo("[[by_name, true]]");
  }
}
