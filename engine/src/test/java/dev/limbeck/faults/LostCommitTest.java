package dev.limbeck.faults;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Deployed;
import dev.limbeck.command.FixedRevisions;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.Resumption;
import dev.limbeck.faults.CuttingProxy.Cut;
import dev.limbeck.plan.Transactions;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection to PostgreSQL that is cut at a COMMIT, and what is said of it. */
class LostCommitTest {
  private static final String OUTCOMES =
      "SELECT revision, direction, outcome FROM limbeck_history ORDER BY id";

  private static final FixedRevisions REVISIONS =
      new FixedRevisions()
          .then("one", op -> op.execute("CREATE TABLE a (id int)"), op -> op.dropTable("a"))
          .then("two", op -> op.execute("CREATE TABLE b (id int)"), op -> op.dropTable("b"));

  /** They only make tables, so that each is sent at once. */
  private static final FixedRevisions TABLES =
      new FixedRevisions()
          .then("one", op -> op.createTable("a", t -> t.column("id", bigint())), op -> {})
          .then("two", op -> op.createTable("b", t -> t.column("id", bigint())), op -> {});

  /** Its first transaction is a step of three. */
  private static final FixedRevisions IN_STEPS =
      new FixedRevisions()
          .then(
              "one",
              op -> {
                op.execute("CREATE TABLE a (id int PRIMARY KEY)");
                op.execute("INSERT INTO a SELECT generate_series(1, 30)");
                op.batches("all", "a", "id", "UPDATE a SET id = -id WHERE {batch}").size(10);
              },
              op -> {});

  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestPostgres.freshDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Limbeck limbeck(
      DataSource dataSource, FixedRevisions revisions, Transactions transactions) {
    return Limbeck.builder()
        .dataSource(dataSource)
        .revisions(revisions)
        .transactions(transactions)
        .lockTimeout(Duration.ofSeconds(20))
        .build();
  }

  private Limbeck limbeck() {
    return limbeck(database.dataSource(), REVISIONS, Transactions.REVISION);
  }

  /** Works through a proxy that cuts. */
  private Deployed cut(int commit, Cut cut, Work work) throws Exception {
    return cut(commit, cut, REVISIONS, Transactions.REVISION, work);
  }

  private Deployed cut(
      int commit, Cut cut, FixedRevisions revisions, Transactions transactions, Work work)
      throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(database, commit, cut)) {
      return work.with(limbeck(proxy.dataSource(), revisions, transactions));
    }
  }

  @FunctionalInterface
  private interface Work {
    Deployed with(Limbeck limbeck);
  }

  private LimbeckException failing(Cut cut, int commit, Work work) {
    return failing(cut, commit, REVISIONS, Transactions.REVISION, work);
  }

  private LimbeckException failing(
      Cut cut, int commit, FixedRevisions revisions, Transactions transactions, Work work) {
    return catchThrowableOfType(
        LimbeckException.class, () -> cut(commit, cut, revisions, transactions, work));
  }

  @Test
  void the_last_revision_that_was_committed_is_applied_and_nothing_failed() throws Exception {
    Deployed deployed = cut(2, Cut.AFTER, limbeck -> limbeck.upgrade("head"));

    assertThat(deployed.steps()).hasSize(2);
    assertThat(deployed.notices())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("the connection was lost at the COMMIT of revision two")
        .contains("the database says that it is applied");
    assertThat(limbeck().current().rows()).containsExactly("two");
    assertThat(database.rows(OUTCOMES)).hasToString("[[one, upgrade, done], [two, upgrade, done]]");
  }

  @Test
  void a_revision_that_was_not_committed_is_not_applied_and_the_same_command_applies_it() {
    LimbeckException failure = failing(Cut.BEFORE, 2, limbeck -> limbeck.upgrade("head"));

    assertThat(failure)
        .hasMessageStartingWith(
            "LMB-403 The connection was lost at the COMMIT of revision two, which is not applied.")
        .hasMessageEndingWith(
            "\n  Asked over a new connection, the database says that it stands at one."
                + "\n  The transaction was rolled back. Run the command again.");
    assertThat(database.rows(OUTCOMES))
        .hasToString("[[one, upgrade, done], [two, upgrade, failed]]");
    assertThat(limbeck().upgrade("head").steps()).hasSize(1);
  }

  @Test
  void a_revision_that_only_makes_tables_is_applied_or_not() throws Exception {
    Work upgrade = limbeck -> limbeck.upgrade("head");
    assertThat(failing(Cut.BEFORE, 2, TABLES, Transactions.REVISION, upgrade))
        .hasMessageStartingWith(
            "LMB-403 The connection was lost at the COMMIT of revision two, which is not applied.");
    assertThat(cut(1, Cut.AFTER, TABLES, Transactions.REVISION, upgrade).notices())
        .singleElement()
        .asString()
        .contains("the database says that it is applied");
    assertThat(database.rows(OUTCOMES))
        .hasToString("[[one, upgrade, done], [two, upgrade, failed], [two, upgrade, done]]");
  }

  @Test
  void what_was_not_run_behind_a_revision_that_is_applied_is_named() {
    LimbeckException failure = failing(Cut.AFTER, 1, limbeck -> limbeck.upgrade("head"));

    assertThat(failure)
        .hasMessageStartingWith(
            "LMB-403 The connection was lost at the COMMIT of revision one, which is applied.")
        .hasMessageEndingWith(
            "it stands at one.\n  Not run: two. See `limbeck current`, then run the command again.");
    assertThat(database.rows(OUTCOMES)).hasToString("[[one, upgrade, done]]");
    assertThat(limbeck().upgrade("head").steps()).hasSize(1);
  }

  @Test
  void a_downgrade_is_undone_or_not() throws Exception {
    limbeck().upgrade("head");

    assertThat(failing(Cut.BEFORE, 1, limbeck -> limbeck.downgrade("one")))
        .hasMessageContaining("revision two, which is not undone.")
        .hasMessageContaining("it stands at two.");
    assertThat(cut(1, Cut.AFTER, limbeck -> limbeck.downgrade("one")).notices())
        .asString()
        .contains("it is undone");
    assertThat(limbeck().current().rows()).containsExactly("one");
  }

  @Test
  void several_revisions_in_one_transaction_are_applied_together_or_not() throws Exception {
    assertThat(
            failing(Cut.BEFORE, 1, REVISIONS, Transactions.ALL, limbeck -> limbeck.upgrade("head")))
        .hasMessageContaining("the one transaction of revisions one, two, which is not applied.")
        .hasMessageContaining("it stands at base.");
    assertThat(
            cut(1, Cut.AFTER, REVISIONS, Transactions.ALL, limbeck -> limbeck.upgrade("head"))
                .steps())
        .hasSize(2);
    assertThat(limbeck().current().rows()).containsExactly("two");
  }

  @Test
  void a_step_of_a_revision_is_done_or_not_and_the_next_run_goes_on() {
    assertThat(upgradeInSteps(Cut.BEFORE, 1))
        .hasMessageContaining("the COMMIT of step 1 of 3 of revision one, which is not done.")
        .hasMessageContaining("it stands at base.")
        .hasMessageEndingWith("Run the command again, or `limbeck resume`: it goes on there.");
    assertThat(upgradeInSteps(Cut.AFTER, 1))
        .hasMessageContaining("the COMMIT of step 1 of 3 of revision one, which is done.");
    assertThat(upgradeInSteps(Cut.BEFORE, 2))
        .hasMessageContaining("a part of batches(\"all\") in revision one, which is not done.");
    assertThat(upgradeInSteps(Cut.AFTER, 2))
        .hasMessageContaining("a part of batches(\"all\") in revision one, which is done.");

    limbeck(database.dataSource(), IN_STEPS, Transactions.REVISION).upgrade("head");
    assertThat(database.rows("SELECT count(*), min(id), max(id) FROM a"))
        .hasToString("[[30, -30, -1]]");
  }

  @Test
  void a_resumption_says_the_same_and_can_be_said_again() {
    upgradeInSteps(Cut.AFTER, 1);
    Work resume = limbeck -> limbeck.resume(Resumption.CONTINUE);
    assertThat(failing(Cut.BEFORE, 1, IN_STEPS, Transactions.REVISION, resume))
        .hasMessageContaining("a part of batches(\"all\") in revision one, which is not done.");
    assertThat(failing(Cut.AFTER, 1, IN_STEPS, Transactions.REVISION, resume))
        .hasMessageContaining("a part of batches(\"all\") in revision one, which is done.");

    limbeck(database.dataSource(), IN_STEPS, Transactions.REVISION).resume(Resumption.CONTINUE);
    assertThat(database.rows("SELECT count(*), min(id), max(id) FROM a"))
        .hasToString("[[30, -30, -1]]");
  }

  private LimbeckException upgradeInSteps(Cut cut, int commit) {
    return failing(
        cut, commit, IN_STEPS, Transactions.REVISION, limbeck -> limbeck.upgrade("head"));
  }

  @Test
  void a_stamp_is_written_or_not() throws Exception {
    Work stamp =
        limbeck -> {
          limbeck.stamp(List.of("one"), false);
          return new Deployed(List.of(), List.of());
        };
    assertThat(failing(Cut.BEFORE, 1, stamp))
        .hasMessageContaining("what this command writes, which is not written.");
    cut(1, Cut.AFTER, stamp);
    assertThat(limbeck().current().rows()).containsExactly("one");
  }

  @Test
  void where_nobody_answers_any_more_the_outcome_is_unknown() {
    assertThat(failing(Cut.FOR_GOOD, 2, limbeck -> limbeck.upgrade("head")))
        .hasMessageStartingWith(
            "LMB-404 It is unknown whether revision two is applied: the connection was lost at its"
                + " COMMIT.")
        .hasMessageContaining("Asking the database over a new connection failed too:")
        .hasMessageEndingWith(
            "`limbeck current` says where it stands, and `limbeck upgrade` again is safe: it runs"
                + " nothing twice.");
    assertThat(limbeck().current().rows()).containsExactly("two");
  }

  @Test
  void a_session_that_the_server_ends_before_the_commit() throws Exception {
    FaultyDatabase undisturbed = new FaultyDatabase(database.dataSource());
    limbeck(undisturbed.dataSource(), REVISIONS, Transactions.REVISION).upgrade("head");
    int commit = undisturbed.calls().lastIndexOf("commit ") + 1;
    close();
    open();
    FaultyDatabase ended =
        new FaultyDatabase(database.dataSource(), new Moment(commit, true), Disaster.SESSION_ENDED);
    Limbeck limbeck = limbeck(ended.dataSource(), REVISIONS, Transactions.REVISION);

    assertThat(catchThrowableOfType(LimbeckException.class, () -> limbeck.upgrade("head")))
        .hasMessageStartingWith("LMB-403")
        .hasMessageContaining("terminating connection due to administrator command")
        .hasMessageContaining("revision two, which is not applied.");
  }
}
