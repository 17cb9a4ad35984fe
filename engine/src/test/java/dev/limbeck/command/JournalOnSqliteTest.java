package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOnSqliteTest extends JournalContract {
  @TempDir private Path directory;

  @Override
  TestDatabase fresh() throws Exception {
    return TestSqlite.fresh(directory);
  }

  @Test
  void a_statement_that_sqlite_refuses_in_a_transaction_stands_alone() throws Exception {
    limbeck(
            op -> {
              HistoryContract.author(10).accept(op);
              op.execute("VACUUM; INSERT INTO author (id, name) VALUES (1, 'a')");
            })
        .upgrade("one");

    assertThat(database.rows("SELECT id FROM author").toString()).isEqualTo("[[1]]");
  }
}
