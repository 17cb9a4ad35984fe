package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployment of which the database refuses a statement, wherever it stands. */
class FailingStatementTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"SQLITE, UP", "SQLITE, DOWN", "POSTGRESQL, UP"})
  void is_finished_by_the_next_once_the_statement_is_right(Server server, Course course)
      throws Exception {
    FaultTrial trial = new FaultTrial(server, course, directory);
    List<Moment> moments = Moment.all(Moment.before(trial.calls()), 3);

    assertThat(trial.disturbed(moments, Disaster.REFUSED)).isEmpty();
  }
}
