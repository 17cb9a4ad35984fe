package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.limbeck.LimbeckException;
import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.migration.Operations;
import dev.limbeck.runtime.LogEntry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is kept of what was done, and what that is good for; a subclass for each database. */
abstract class HistoryContract extends DatabaseContract {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static final Consumer<Operations> SECOND =
      sql("DELETE FROM author", "DELETE FROM author WHERE id = 1");

  static Consumer<Operations> author(int length) {
    return op ->
        op.createTable(
            "author",
            t -> {
              t.column("id", bigint()).notNull();
              t.column("name", varchar(length)).notNull();
              t.primaryKey("pk_author", "id");
            });
  }

  static Consumer<Operations> sql(String... statements) {
    return op -> List.of(statements).forEach(op::execute);
  }

  private static FixedRevisions two(Consumer<Operations> first, Consumer<Operations> second) {
    return new FixedRevisions()
        .then("one", first, op -> op.dropTable("author"))
        .then("two", second, sql("DELETE FROM author"));
  }

  static FixedRevisions two() {
    return two(author(100), SECOND);
  }

  final Limbeck limbeck(FixedRevisions revisions) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(revisions)
        .clock(NOON)
        .build();
  }

  private List<String> history() throws SQLException {
    return database
        .rows("SELECT id, revision, direction, outcome FROM limbeck_history ORDER BY id")
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void a_row_says_what_was_done_by_whom_and_when() throws Exception {
    Limbeck limbeck = limbeck(two());
    limbeck.upgrade("head");
    limbeck.downgrade("-1");

    assertThat(history())
        .containsExactly(
            "[1, one, upgrade, done]", "[2, two, upgrade, done]", "[3, two, downgrade, done]");
    assertThat(
            database
                .rows(
                    "SELECT DISTINCT started_at, finished_at, duration_ms, os_user FROM limbeck_history")
                .toString())
        .isEqualTo(
            "[[2026-11-21T12:00:00.000000Z, 2026-11-21T12:00:00.000000Z, 0, "
                + System.getProperty("user.name")
                + "]]");
    assertThat(
            database.rows(
                "SELECT operations FROM limbeck_history WHERE direction = 'downgrade'"
                    + " AND operations IS NOT NULL"))
        .isEmpty();
    Object stored =
        database.rows("SELECT operations FROM limbeck_history WHERE id = 1").get(0).get(0);
    CanonicalRevision read = CanonicalRevision.parse(String.valueOf(stored));
    assertThat(CanonicalRevision.keys(read.upgrade()).toString()).contains("\"length\":100");
    assertThat(CanonicalRevision.keys(read.downgrade()).toString()).contains("drop_table");
  }

  @Test
  void a_revision_that_fails_leaves_a_row_that_says_why() throws Exception {
    Limbeck limbeck = limbeck(two(author(100), sql("DELETE FROM author", "nonsense")));

    assertThatThrownBy(() -> limbeck.upgrade("head")).hasMessageStartingWith("LMB-405");

    assertThat(history()).containsExactly("[1, one, upgrade, done]", "[2, two, upgrade, failed]");
    assertThat(database.rows("SELECT error FROM limbeck_history WHERE id = 2").toString())
        .startsWith("[[LMB-405 Revision two failed.")
        .contains("nonsense");
    assertThat(limbeck.log(null, 10))
        .extracting(LogEntry::revision, LogEntry::what, LogEntry::isDone)
        .containsExactly(tuple("two", "upgrade", false), tuple("one", "upgrade", true));
    assertThat(limbeck.log("one", 1)).extracting(LogEntry::revision).containsExactly("one");
  }

  @Test
  void without_its_row_a_revision_does_not_stay() throws Exception {
    Limbeck limbeck = limbeck(two());
    limbeck.upgrade("one");
    database.execute("CREATE UNIQUE INDEX one_only ON limbeck_history (direction)");

    assertThatThrownBy(
            () -> limbeck(two(author(100), sql("CREATE TABLE made (id int)"))).upgrade("head"))
        .hasMessageStartingWith("LMB-413 ");

    assertThat(limbeck.current().rows()).containsExactly("one");
    database.execute("CREATE TABLE made (id int)");
  }

  @Test
  void a_squash_is_not_compared_with_what_it_replaces() {
    limbeck(two()).upgrade("head");
    Limbeck squashed =
        limbeck(
            new FixedRevisions()
                .then("two", author(100), op -> op.dropTable("author"))
                .replacing("one", "two"));

    assertThat(squashed.verify()).isEmpty();
    assertThat(squashed.upgrade("head").steps()).isEmpty();
  }

  @Test
  void a_stamp_leaves_rows_without_operations_and_is_not_compared() throws Exception {
    Limbeck limbeck = limbeck(two());
    limbeck.stamp(List.of("head"), false);
    limbeck.stamp(List.of("one"), false);
    limbeck.stamp(List.of("base"), false);

    assertThat(history())
        .containsExactly(
            "[1, one, stamp, done]",
            "[2, two, stamp, done]",
            "[3, one, stamp, done]",
            "[4, base, stamp, done]");
    limbeck.stamp(List.of("head"), false);
    assertThat(limbeck(two(author(7), sql("DELETE FROM author"))).verify()).isEmpty();
  }

  @Test
  void the_table_is_made_on_a_database_that_has_only_versions() throws Exception {
    Limbeck limbeck = limbeck(two());
    limbeck.upgrade("one");
    database.execute("DROP TABLE limbeck_history");

    assertThat(limbeck.verify()).isEmpty();
    limbeck.upgrade("head");

    assertThat(history()).containsExactly("[1, two, upgrade, done]");
    assertThat(limbeck(two(author(7), SECOND)).verify()).isEmpty();
  }

  @Test
  void a_changed_revision_stops_an_upgrade_before_anything_runs() throws Exception {
    limbeck(two()).upgrade("one");
    Limbeck changed = limbeck(two(author(200), sql("DELETE FROM author")));

    assertThatThrownBy(() -> changed.upgrade("head"))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            """
            LMB-240 A revision was changed after it was applied.
              one  does one
                test, applied 2026-11-21T12:00:00.000000Z
                upgrade
                  - add_table author: column name varchar(100) not null
                  + add_table author: column name varchar(200) not null
              Nothing was run. Restore what was there, and put the change into a new revision;
              or accept what it says now: `limbeck repair one`.""");

    assertThat(changed.current().rows()).containsExactly("one");
    assertThat(history()).containsExactly("[1, one, upgrade, done]");
    assertThat(changed.downgrade("base").steps()).hasSize(1);
  }

  @Test
  void changed_sql_and_swapped_statements_are_named() {
    limbeck(two()).upgrade("head");

    assertThat(
            limbeck(two(author(100), sql("DELETE FROM author WHERE id = 1", "DELETE FROM author")))
                .verify()
                .get(0)
                .report())
        .containsExactly(
            "two  does two",
            "  test, applied 2026-11-21T12:00:00.000000Z",
            "  upgrade",
            "    ~ execute DELETE FROM author (place 1 -> 2)");
    assertThat(
            limbeck(two(author(100), sql("DELETE FROM author", "DELETE FROM author WHERE id = 2")))
                .verify()
                .get(0)
                .lines())
        .extracting(ChangedLine::toString)
        .containsExactly(
            "- execute DELETE FROM author WHERE id = 1",
            "+ execute DELETE FROM author WHERE id = 2");
    assertThat(limbeck(two(author(100), sql("DELETE FROM author"))).verify().get(0).lines())
        .extracting(ChangedLine::toString)
        .containsExactly("- execute DELETE FROM author WHERE id = 1");
  }

  @Test
  void a_change_is_accepted_as_it_was_shown_and_not_otherwise() throws Exception {
    limbeck(two()).upgrade("head");
    Limbeck changed = limbeck(two(author(200), SECOND));
    ChangedRevision shown = changed.difference("one");
    Limbeck changedAgain = limbeck(two(author(300), SECOND));

    assertThatThrownBy(() -> changedAgain.repair(shown)).hasMessageStartingWith("LMB-244");
    changed.repair(shown);

    assertThat(changed.verify()).isEmpty();
    assertThat(changed.upgrade("head").steps()).isEmpty();
    assertThat(history()).contains("[3, one, repair, done]");
    assertThatThrownBy(() -> changed.repair(shown)).hasMessageStartingWith("LMB-244");
    assertThatThrownBy(() -> changed.difference("two")).hasMessageStartingWith("LMB-242");
    changed.downgrade("-1");
    assertThatThrownBy(() -> changed.difference("two")).hasMessageStartingWith("LMB-241");
    assertThat(limbeck(two()).verify()).hasSize(1);
  }

  @Test
  void own_tables_can_have_other_names() throws Exception {
    Limbeck limbeck =
        Limbeck.builder()
            .dataSource(database.dataSource())
            .revisions(two())
            .versionTable("shop_version")
            .build();
    limbeck.upgrade("head");
    assertThat(database.rows("SELECT count(*) FROM shop_version_history").toString())
        .isEqualTo("[[2]]");
    Limbeck named =
        Limbeck.builder()
            .dataSource(database.dataSource())
            .revisions(two())
            .versionTable("shop_version")
            .historyTable("shop_log")
            .build();
    named.downgrade("-1");
    assertThat(database.rows("SELECT revision FROM shop_log").toString()).isEqualTo("[[two]]");
    assertThatThrownBy(
            () ->
                Limbeck.builder()
                    .dataSource(database.dataSource())
                    .revisions(two())
                    .historyTable("LIMBECK_VERSION")
                    .build())
        .hasMessageStartingWith("LMB-106");
  }

  @Test
  void a_database_that_is_ahead_is_told_from_one_that_has_diverged() {
    limbeck(two()).upgrade("head");
    FixedRevisions older =
        new FixedRevisions().then("one", author(100), op -> op.dropTable("author"));

    assertThatThrownBy(() -> limbeck(older).upgrade("head"))
        .hasMessageStartingWith(
            "LMB-301 The database stands at two, which is none of the revisions here.")
        .hasMessageContaining("It is ahead: the one revision here is applied")
        .hasMessageContaining("two: upgrade at 2026-11-21T12:00:00.000000Z, by ");

    FixedRevisions other = older.then("three", sql("DELETE FROM author"), op -> {});
    assertThatThrownBy(() -> limbeck(other).upgrade("head"))
        .hasMessageContaining(
            "It has diverged: it knows revisions that are not here, and does not have three.");
  }
}
