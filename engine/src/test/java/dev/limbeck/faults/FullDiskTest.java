package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.command.FixedRevisions;
import dev.limbeck.command.Limbeck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment to SQLite that fills the disk; once there is room again, the next one goes on. */
class FullDiskTest {
  /** SQLite ends the transaction before it says so; its driver does not know. */
  private static final Disaster ENDED =
      (database, at) -> {
        try (Statement statement = at.createStatement()) {
          statement.execute("ROLLBACK");
        }
        throw new SQLException("[SQLITE_FULL] database or disk is full", null, 13);
      };

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void is_finished_by_the_next_once_there_is_room(Course course) throws Exception {
    FaultTrial trial = new FaultTrial(Server.SQLITE, course, directory);
    List<Moment> moments = Moment.all(Moment.before(trial.calls()), 6);

    assertThat(trial.disturbed(moments, new FullDisk())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void may_end_a_transaction_by_itself(Course course) throws Exception {
    FaultTrial trial = new FaultTrial(Server.SQLITE, course, directory);
    List<Moment> commits =
        Moment.before(trial.calls()).stream()
            .filter(moment -> trial.calls().get(moment.call() - 1).startsWith("commit"))
            .toList();

    assertThat(trial.disturbed(Moment.all(commits, 4), ENDED)).isEmpty();
  }

  @Test
  void is_named_where_a_commit_meets_it() {
    FaultyDatabase undisturbed = new FaultyDatabase(fresh());
    limbeck(undisturbed.dataSource()).upgrade("head");
    int commit = undisturbed.calls().lastIndexOf("commit ") + 1;
    DataSource real = fresh();
    FaultyDatabase full = new FaultyDatabase(real, new Moment(commit, true), ENDED);

    assertThatThrownBy(() -> limbeck(full.dataSource()).upgrade("head"))
        .hasMessage(
            """
            LMB-405 The COMMIT of revision one failed.
              [SQLITE_FULL] database or disk is full
              The transaction was rolled back.""");
    assertThat(limbeck(real).current().rows()).isEmpty();
    assertThat(limbeck(real).upgrade("head").steps()).hasSize(1);
  }

  private DataSource fresh() {
    return Server.SQLITE.fresh(directory).dataSource();
  }

  private static Limbeck limbeck(DataSource dataSource) {
    return Limbeck.builder()
        .dataSource(dataSource)
        .revisions(
            new FixedRevisions()
                .then("one", op -> op.execute("CREATE TABLE a (id int)"), op -> op.dropTable("a")))
        .build();
  }

  /** No connection may make the file larger any more. */
  private static final class FullDisk implements Disaster {
    @Override
    public void strikes(FaultyDatabase database, Connection at) throws SQLException {
      for (Connection connection : database.connections()) {
        if (!connection.isClosed()) {
          opened(connection);
        }
      }
    }

    /** SQLite takes the present size where the limit is below it. */
    @Override
    public void opened(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = 1");
      }
    }
  }
}
