package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment to SQLite that fills the disk; once there is room again, the next one goes on. */
class FullDiskTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void is_finished_by_the_next_once_there_is_room(Course course) throws Exception {
    FaultTrial trial = new FaultTrial(Server.SQLITE, course, directory);
    List<Moment> moments = Moment.all(Moment.before(trial.calls()), 6);

    assertThat(trial.disturbed(moments, new FullDisk())).isEmpty();
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
