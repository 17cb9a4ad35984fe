package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.LimbeckException;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Deployments to which something happens. What they leave is finished by another one; then schema,
 * rows, version and journal, read without Limbeck, have to be what an undisturbed deployment
 * leaves, and each revision counts as applied once.
 */
final class FaultTrial {
  /** Connecting, Limbeck's own statements, those of revisions, the lock, its own tables. */
  private static final Set<String> DATABASE_FAILURES =
      Set.of(
          "LMB-401", "LMB-402", "LMB-403", "LMB-404", "LMB-405", "LMB-407", "LMB-412", "LMB-413",
          "LMB-430");

  private final Databases databases;
  private final Course course;
  private final Path directory;
  private final TestDatabase original;
  private final List<String> calls;
  private final List<String> expected;

  /** What somebody does while a database is new, before it is finished. */
  @FunctionalInterface
  interface Disturbance {
    void to(TestDatabase database) throws Exception;
  }

  /** Runs the undisturbed deployment, so that it is known what is called and what it leaves. */
  FaultTrial(Databases databases, Course course, Path directory) throws Exception {
    this.databases = databases;
    this.course = course;
    this.directory = directory;
    this.original = databases.fresh(directory);
    course.prepare(original);
    try (TestDatabase database = fresh()) {
      FaultyDatabase undisturbed = new FaultyDatabase(database.dataSource());
      course.run(undisturbed.dataSource());
      this.calls = undisturbed.calls();
      this.expected = state(database);
    }
  }

  /** A new database where the deployment begins. */
  TestDatabase fresh() {
    return databases.copyOf(original, directory);
  }

  /** What an undisturbed deployment calls. */
  List<String> calls() {
    return calls;
  }

  /**
   * Kills a deployment at each of the moments.
   *
   * @return what went wrong, a line for each moment; empty where nothing did
   */
  List<String> killed(List<Moment> moments) throws Exception {
    List<String> failures = new ArrayList<>();
    for (Moment moment : moments) {
      failures.addAll(
          finished(
              named(moment),
              database -> {
                boolean killed = false;
                try {
                  course.run(
                      new FaultyDatabase(database.dataSource(), moment, Disaster.DEATH)
                          .dataSource());
                } catch (FaultyDatabase.Killed e) {
                  killed = true;
                }
                assertThat(killed).as(named(moment)).isTrue();
              }));
    }
    return failures;
  }

  /**
   * Lets something happen at each of the moments to a deployment that lives on: it ends as if
   * nothing had happened, or with an error that has a code.
   *
   * @return what went wrong
   */
  List<String> disturbed(List<Moment> moments, Disaster disaster) throws Exception {
    List<String> failures = new ArrayList<>();
    for (Moment moment : moments) {
      failures.addAll(
          finished(
              named(moment),
              database ->
                  disturb(course, new FaultyDatabase(database.dataSource(), moment, disaster))));
    }
    return failures;
  }

  /** Deploys, and something happens. */
  static void disturb(Course course, FaultyDatabase database) {
    attempt(course, database.dataSource());
    assertThat(database.struck()).isTrue();
  }

  /** Deploys, or fails with an error that has a code. */
  static void attempt(Course course, DataSource database) {
    try {
      course.run(database);
    } catch (LimbeckException e) {
      assertThat(e.code()).isIn(DATABASE_FAILURES);
    }
  }

  /** Disturbs a deployment, has it finished, and compares what is there then. */
  List<String> finished(String what, Disturbance disturbance) {
    List<String> failures;
    try (TestDatabase database = fresh()) {
      disturbance.to(database);
      course.finish(database);
      failures = differences(what, database);
    } catch (Exception | AssertionError e) {
      failures = List.of(what + ": " + e);
    }
    if (Moment.ALL) {
      // For those who wait, and count.
      System.out.println(failures.isEmpty() ? what.lines().findFirst().orElse("") : failures);
    }
    return failures;
  }

  /** What is there against what an undisturbed deployment leaves. */
  List<String> differences(String what, TestDatabase database) throws Exception {
    List<String> state = state(database);
    List<String> lacking = new ArrayList<>(expected);
    lacking.removeAll(state);
    List<String> more = new ArrayList<>(state);
    more.removeAll(expected);
    return state.equals(expected)
        ? List.of()
        : List.of(what + ": lacks " + lacking + " has " + more);
  }

  String named(Moment moment) {
    return course + " " + moment.of(calls.get(moment.call() - 1));
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
                "SELECT revision, direction, count(*) FROM limbeck_history WHERE outcome = 'done'"
                    + " GROUP BY revision, direction ORDER BY revision, direction"));
    return state;
  }
}
