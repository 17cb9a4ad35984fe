package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment that dies, wherever it dies, is finished by the next one. */
class KilledDeploymentTest {
  private static final int SIGKILL = 128 + 9;
  private static final int SEED = 5;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"SQLITE, UP", "SQLITE, DOWN", "POSTGRESQL, UP", "POSTGRESQL, DOWN"})
  void a_deployment_that_loses_its_connections_anywhere_is_finished_by_the_next(
      Server server, Course course) throws Exception {
    FaultTrial trial = new FaultTrial(server, course, directory);

    assertThat(trial.killed(Moment.all(Moment.around(trial.calls()), course == Course.UP ? 5 : 2)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_process_that_is_killed_anywhere_and_at_any_time_is_finished_by_the_next(Server server)
      throws Exception {
    FaultTrial trial = new FaultTrial(server, Course.UP, directory);
    List<String> failures = new ArrayList<>();
    for (Moment moment : Moment.some(Moment.around(trial.calls()), 60, 1)) {
      failures.addAll(
          trial.finished(
              trial.named(moment), database -> assertThat(ended(database, moment)).isTrue()));
    }
    Random random = new Random(SEED);
    for (int i = 0; i < (Moment.ALL ? 40 : 1); i++) {
      int millis = 400 + random.nextInt(1200);
      failures.addAll(
          trial.finished("killed after " + millis + " ms", database -> kill(database, millis)));
    }
    assertThat(failures).isEmpty();
  }

  /** Starts a process that ends itself at a moment. */
  private boolean ended(TestDatabase database, Moment moment) throws Exception {
    Process victim = Victim.start(database, moment, directory.resolve("output"));
    return JavaProcess.ended(victim) == SIGKILL;
  }

  /** Kills a process after a time, from outside. */
  private void kill(TestDatabase database, int millis) throws Exception {
    Process victim = Victim.start(database, Moment.NEVER, directory.resolve("output"));
    victim.waitFor(millis, TimeUnit.MILLISECONDS);
    victim.destroyForcibly().waitFor();
  }
}
