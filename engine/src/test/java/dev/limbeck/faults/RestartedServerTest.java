package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.RestartablePostgres;
import dev.limbeck.testsupport.RestartablePostgres.Shutdown;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A deployment whose PostgreSQL shuts down under it, and is started again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the server is shut down by signals")
@DisabledIfEnvironmentVariable(named = TestPostgres.URL_VARIABLE, matches = ".+")
class RestartedServerTest {
  @TempDir private Path directory;

  @Test
  void is_finished_by_the_next_wherever_the_server_went_down() throws Exception {
    try (RestartablePostgres server = new RestartablePostgres(directory.resolve("data"))) {
      FaultTrial trial = new FaultTrial(on(server), Course.UP, directory);
      List<String> failures = new ArrayList<>();
      List<Moment> moments = Moment.some(Moment.around(trial.calls()), 80, 2);
      for (int i = 0; i < moments.size(); i++) {
        Moment moment = moments.get(i);
        Shutdown how = Shutdown.values()[i % 2];
        failures.addAll(
            trial.finished(
                how + " " + trial.named(moment),
                database -> {
                  FaultTrial.disturb(
                      Course.UP,
                      new FaultyDatabase(
                          database.dataSource(), moment, (faulty, at) -> server.shutDown(how)));
                  server.startAgain();
                }));
      }
      assertThat(failures).isEmpty();
    }
  }

  private static Databases on(RestartablePostgres server) {
    return new Databases() {
      @Override
      public TestDatabase fresh(Path directory) {
        return server.freshDatabase();
      }

      @Override
      public TestDatabase copyOf(TestDatabase original, Path directory) {
        return server.copyOf(original);
      }
    };
  }
}
