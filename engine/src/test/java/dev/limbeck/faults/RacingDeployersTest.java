package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten processes that begin the same upgrade at once, with concurrent indexes among it. */
class RacingDeployersTest {
  private static final int PROCESSES = 10;
  private static final int ROUNDS = 5;
  private static final int TEAMS = Moment.ALL ? 10 : 1;
  private static final int SEED = 5;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void each_revision_is_applied_once_also_where_some_are_killed(Server server) throws Exception {
    FaultTrial trial = new FaultTrial(server, Course.UP, directory);
    Random random = new Random(SEED);
    List<String> failures = new ArrayList<>();
    for (int team = 0; team < TEAMS; team++) {
      List<Racer> racers = new ArrayList<>();
      try {
        start(racers);
        for (int round = 0; round < ROUNDS; round++) {
          try (TestDatabase database = trial.fresh()) {
            assertThat(race(racers, database)).containsOnly(Racer.DONE);
            failures.addAll(trial.differences("team " + team + " round " + round, database));
            if (server == Server.POSTGRESQL) {
              assertThat(Sessions.holdingAny(database.dataSource())).isEmpty();
            }
          }
        }
        failures.addAll(
            trial.finished("team " + team, database -> raceAndKill(racers, database, random)));
      } finally {
        close(racers);
      }
    }
    assertThat(failures).isEmpty();
  }

  /** Each other one of them is killed at some time. */
  private static void raceAndKill(List<Racer> racers, TestDatabase database, Random random)
      throws Exception {
    begin(racers, database);
    for (int i = 0; i < PROCESSES; i += 2) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
      racers.get(i).kill();
    }
    for (int i = 1; i < PROCESSES; i += 2) {
      // Who is killed may leave a step of which nobody knows whether it is done.
      assertThat(racers.get(i).answer()).matches(Racer.DONE + "|LMB-433 .*");
    }
  }

  private static void start(List<Racer> racers) throws IOException {
    for (int i = 0; i < PROCESSES; i++) {
      racers.add(new Racer());
    }
    for (Racer racer : racers) {
      racer.awaitReady();
    }
  }

  private static void begin(List<Racer> racers, TestDatabase database) throws IOException {
    for (Racer racer : racers) {
      racer.begin(database);
    }
  }

  private static List<String> race(List<Racer> racers, TestDatabase database) throws IOException {
    begin(racers, database);
    List<String> answers = new ArrayList<>();
    for (Racer racer : racers) {
      answers.add(racer.answer());
    }
    return answers;
  }

  private static void close(List<Racer> racers) throws IOException {
    for (Racer racer : racers) {
      racer.close();
    }
  }
}
