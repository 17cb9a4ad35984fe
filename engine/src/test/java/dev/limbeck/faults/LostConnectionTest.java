package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A deployment to PostgreSQL whose connections end, while its process lives on. */
@TestInstance(Lifecycle.PER_CLASS)
class LostConnectionTest {
  private FaultTrial trial;

  @BeforeAll
  void undisturbed(@TempDir Path directory) throws Exception {
    trial = new FaultTrial(Server.POSTGRESQL, Course.UP, directory);
  }

  @Test
  void a_connection_that_is_cut_anywhere() throws Exception {
    List<Moment> moments = Moment.all(Moment.around(trial.calls()), 2);

    assertThat(trial.disturbed(moments, Disaster.CUT)).isEmpty();
  }

  @Test
  void a_session_that_the_server_ends_anywhere() throws Exception {
    List<Moment> moments = Moment.some(Moment.before(trial.calls()), 150, 1);

    assertThat(trial.disturbed(moments, Disaster.SESSION_ENDED)).isEmpty();
  }

  /** The one that has lost it may be in a transaction: the other one waits for its end. */
  @Test
  void a_lock_whose_session_ends_while_another_deployer_waits_for_it() throws Exception {
    List<String> failures = new ArrayList<>();
    for (Moment moment : Moment.some(Moment.before(trial.calls()), 150, 2)) {
      failures.addAll(
          trial.finished(
              trial.named(moment),
              database -> {
                Rival rival = new Rival(database);
                FaultTrial.disturb(
                    Course.UP, new FaultyDatabase(database.dataSource(), moment, rival));
                rival.ends();
              }));
    }
    assertThat(failures).isEmpty();
  }

  /** Wants to deploy too, and gets the lock at that moment, at the latest. */
  private static final class Rival implements Disaster {
    private final TestDatabase database;
    private CompletableFuture<Void> deployment = CompletableFuture.completedFuture(null);

    Rival(TestDatabase database) {
      this.database = database;
    }

    @Override
    public void strikes(FaultyDatabase first, Connection at) throws SQLException {
      deployment =
          CompletableFuture.runAsync(() -> FaultTrial.attempt(Course.UP, database.dataSource()));
      awaitRival();
      LOCK_ENDED.strikes(first, at);
    }

    /** Until it waits for the lock, or is done because nobody had it. */
    private void awaitRival() throws SQLException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!deployment.isDone() && Sessions.deploying(database.dataSource()).size() < 2) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        try {
          TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    void ends() throws Exception {
      deployment.get(FaultRevisions.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
