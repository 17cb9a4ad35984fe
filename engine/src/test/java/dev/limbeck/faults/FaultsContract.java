package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.Resumption;
import dev.limbeck.faults.DyingDatabase.Killed;
import dev.limbeck.faults.DyingDatabase.Moment;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deployment that dies, wherever it dies, is finished by the next one; a subclass for each
 * database. The property {@code limbeck.faults} says how many moments of death are tried, spread
 * over all; {@code all} for each of them.
 */
abstract class FaultsContract {
  private static final String POINTS = System.getProperty("limbeck.faults", "6");
  private static final boolean ALL = POINTS.equals("all");
  private static final int PROCESSES = 10;

  @TempDir private Path directory;

  abstract TestDatabase fresh(Path directory);

  private record Undisturbed(List<String> state, List<String> calls) {}

  private Undisturbed undisturbed() throws Exception {
    try (TestDatabase database = fresh(directory)) {
      DyingDatabase immortal = new DyingDatabase(database.dataSource(), Moment.NEVER, false);
      Victim.limbeck(immortal.dataSource()).upgrade("head");
      return new Undisturbed(state(database), immortal.calls());
    }
  }

  private static List<String> state(TestDatabase database) throws Exception {
    List<String> state = new ArrayList<>();
    try (Connection connection = database.connection()) {
      state.addAll(
          SchemaFacts.of(connection)
              .withoutTables(Set.of("limbeck_history", "limbeck_journal"))
              .lines());
    }
    for (String table : FaultRevisions.TABLES) {
      state.add(table + database.rows("SELECT * FROM " + table + " ORDER BY id"));
    }
    state.add("version" + database.rows("SELECT * FROM limbeck_version"));
    state.add("journal" + database.rows("SELECT revision, step, what FROM limbeck_journal"));
    state.add(
        "applied"
            + database.rows(
                "SELECT revision, count(*) FROM limbeck_history WHERE outcome = 'done'"
                    + " GROUP BY revision ORDER BY revision"));
    return state;
  }

  /** As a person would: the error names what nobody knows, and the rows tell it. */
  private static void finish(TestDatabase database) {
    Limbeck limbeck = Victim.limbeck(database.dataSource());
    try {
      limbeck.upgrade("head");
    } catch (LimbeckException e) {
      assertThat(e).hasMessageStartingWith("LMB-433").hasMessageContaining("revision five");
      boolean done =
          e.getMessage().contains("run: unknown")
              && ((Number) database.rows(FaultRevisions.UNKNOWN_DONE).get(0).get(0)).longValue()
                  > 0;
      limbeck.resume(done ? Resumption.DONE : Resumption.RETRY);
      limbeck.upgrade("head");
    }
  }

  private static String failure(Moment moment, String call, Undisturbed expected, TestDatabase of) {
    String where = (moment.before() ? "before " : "after ") + moment.call() + " " + call;
    try {
      finish(of);
      List<String> state = state(of);
      List<String> lacking = new ArrayList<>(expected.state());
      lacking.removeAll(state);
      List<String> more = new ArrayList<>(state);
      more.removeAll(expected.state());
      return state.equals(expected.state()) ? "" : where + ": lacks " + lacking + " has " + more;
    } catch (Exception | AssertionError e) {
      return where + ": " + e;
    }
  }

  @Test
  void a_deployment_that_loses_its_connections_anywhere_is_finished_by_the_next() throws Exception {
    Undisturbed expected = undisturbed();
    List<String> failures = new ArrayList<>();
    for (Moment moment : spread(moments(expected.calls()), ALL ? 0 : Integer.parseInt(POINTS))) {
      try (TestDatabase database = fresh(directory)) {
        boolean killed = false;
        try {
          Victim.limbeck(new DyingDatabase(database.dataSource(), moment, false).dataSource())
              .upgrade("head");
        } catch (Killed e) {
          killed = true;
        }
        assertThat(killed).as(moment.toString()).isTrue();
        failures.add(failure(moment, expected.calls().get(moment.call() - 1), expected, database));
      }
    }
    failures.removeIf(String::isEmpty);
    assertThat(failures).isEmpty();
  }

  @Test
  void a_process_that_is_killed_anywhere_is_finished_by_the_next() throws Exception {
    Undisturbed expected = undisturbed();
    List<String> failures = new ArrayList<>();
    for (Moment moment : spread(moments(expected.calls()), ALL ? 60 : 1)) {
      try (TestDatabase database = fresh(directory)) {
        Path output = directory.resolve("output");
        Process victim = Victim.start(database, moment, output);
        assertThat(victim.waitFor()).as(Files.readString(output)).isEqualTo(137);
        failures.add(failure(moment, expected.calls().get(moment.call() - 1), expected, database));
      }
    }
    Random random = new Random(5);
    for (int i = 0; i < (ALL ? 40 : 1); i++) {
      try (TestDatabase database = fresh(directory)) {
        Process victim = Victim.start(database, Moment.NEVER, directory.resolve("output"));
        victim.waitFor(400 + random.nextInt(1200), TimeUnit.MILLISECONDS);
        victim.destroyForcibly().waitFor();
        failures.add(failure(Moment.NEVER, "killed from outside", expected, database));
      }
    }
    failures.removeIf(String::isEmpty);
    assertThat(failures).isEmpty();
  }

  @Test
  void ten_processes_at_once_apply_each_revision_once() throws Exception {
    Undisturbed expected = undisturbed();
    for (int round = 0; round < (ALL ? 50 : 1); round++) {
      try (TestDatabase database = fresh(directory)) {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
          processes.add(Victim.start(database, Moment.NEVER, directory.resolve("output" + i)));
        }
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
          int exit = processes.get(i).waitFor();
          outcomes.add(exit + Files.readString(directory.resolve("output" + i)));
        }
        assertThat(outcomes).containsOnly("0");
        assertThat(state(database)).isEqualTo(expected.state());
      }
    }
  }

  /**
   * Dying around a call that only reads is dying between two others: left out of the short form.
   */
  private static List<Moment> moments(List<String> calls) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (ALL || !calls.get(i).startsWith("executeQuery")) {
        moments.add(new Moment(i + 1, true));
        moments.add(new Moment(i + 1, false));
      }
    }
    return moments;
  }

  /**
   * @param most 0 for all
   */
  private static List<Moment> spread(List<Moment> moments, int most) {
    if (most == 0 || most >= moments.size()) {
      return moments;
    }
    List<Moment> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(moments.get((int) ((2L * i + 1) * moments.size() / (2L * most))));
    }
    return chosen;
  }
}
