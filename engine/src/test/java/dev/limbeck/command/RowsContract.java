package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.bytes;
import static dev.limbeck.model.Types.date;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.time;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.timestampUtc;
import static dev.limbeck.model.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.operation.Operation;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rows that revisions insert, and SQL with parameters; a subclass for each database. */
abstract class RowsContract extends DatabaseContract {
  private static final String NASTY = "it's; -- a 'text' /* ?? \\ $$ \n \"ü\" 🚲 %s";
  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  /** All columns of the two rows as the database itself writes them. */
  abstract List<String> expected();

  /** A query for them. */
  abstract String query();

  static Consumer<Operations> everyKind() {
    return op -> {
      op.createTable(
          "kept",
          t -> {
            t.column("id", bigint()).notNull();
            t.column("note", text());
            t.column("price", numeric(12, 2));
            t.column("flag", bool());
            t.column("day", date());
            t.column("hour", time());
            t.column("at", timestamp(6));
            t.column("moment", timestampUtc(6));
            t.column("`Key`", uuid());
            t.column("data", bytes());
            t.primaryKey("pk_kept", "id");
          });
      op.insertRows(
              "kept", "id", "note", "price", "flag", "day", "hour", "at", "moment", "`Key`", "data")
          .row(
              1,
              NASTY,
              new BigDecimal("-12.50"),
              true,
              LocalDate.of(2026, 2, 3),
              LocalTime.of(4, 5),
              LocalDateTime.of(2026, 2, 3, 4, 5, 6, 7_000_000),
              Instant.parse("2026-02-03T04:05:06Z"),
              ID,
              new byte[] {0, -1, 92})
          .row(2L, null, null, false, null, null, null, null, null, null);
      op.execute(
          "UPDATE kept SET price = price -?, note = note || '?' -- ?\n WHERE id=? AND note = ?;"
              + " INSERT INTO kept (id, note) VALUES (?, ?)",
          -1,
          1,
          NASTY,
          3,
          "third");
    };
  }

  private Limbeck limbeck(Consumer<Operations> upgrade) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(new FixedRevisions().then("one", upgrade, op -> op.dropTable("kept")))
        .build();
  }

  @Test
  void values_of_every_kind_are_kept() {
    limbeck(everyKind()).upgrade("head");

    assertThat(database.rows(query())).extracting(row -> row.get(0)).isEqualTo(expected());
    assertThat(database.rows("SELECT note FROM kept WHERE id = 1"))
        .isEqualTo(List.of(List.of(NASTY + "?")));
    assertThat(limbeck(everyKind()).verify()).isEmpty();
  }

  @Test
  void a_script_has_the_same_values() throws Exception {
    String script = limbeck(everyKind()).upgradeScript("head", dialect()).text();

    ScriptClient.Outcome outcome = ScriptClient.run(database, script, SqlStatements::split);

    assertThat(outcome.done()).as(outcome.output()).isTrue();
    assertThat(database.rows(query())).extracting(row -> row.get(0)).isEqualTo(expected());
  }

  @Test
  void the_history_keeps_them_and_notices_a_change() {
    limbeck(everyKind()).upgrade("head");
    List<Operation> recorded = Recorder.upgrade(migration(everyKind())).operations();
    String text = CanonicalRevision.of(recorded, migration(everyKind()), List.of()).text();
    assertThat(CanonicalRevision.parse(text).upgrade()).isEqualTo(recorded);

    Consumer<Operations> changed =
        op -> {
          everyKind().accept(op);
          op.insertRows("kept", "id").row(9);
        };
    assertThat(limbeck(changed).verify())
        .singleElement()
        .asString()
        .contains("InsertRows[table=kept, columns=[id], rows=[[");
  }

  @Test
  void many_rows_are_several_statements() {
    limbeck(
            op -> {
              op.createTable("kept", t -> t.column("id", bigint()));
              var rows = op.insertRows("kept", "id");
              for (int i = 0; i < 1_201; i++) {
                rows.row(i);
              }
            })
        .upgrade("head");

    assertThat(database.rows("SELECT count(*), sum(id) FROM kept")).hasToString("[[1201, 720600]]");
  }

  @Test
  void rows_that_a_later_change_refuses_are_found() {
    assertThatThrownBy(
            () ->
                limbeck(
                        op -> {
                          op.createTable("kept", t -> t.column("id", bigint()));
                          op.insertRows("kept", "id").row(1).row(1);
                          op.alterTable("kept", t -> t.addUnique("uq_kept", "id"));
                        })
                    .upgrade("head"))
        .hasMessageStartingWith("LMB-220");
  }

  @Test
  void what_makes_no_sense_is_refused_before_anything_runs() {
    assertThatThrownBy(
            () -> limbeck(op -> op.insertRows("kept", "id", "note").row(1)).upgrade("head"))
        .hasMessageStartingWith("LMB-219 A row has 1 values for 2 columns.");
    assertThatThrownBy(() -> limbeck(op -> op.execute("SELECT '?'", 1)).upgrade("head"))
        .hasMessageStartingWith("LMB-219 The SQL has 0 question marks for 1 value.");
    assertThatThrownBy(
            () -> limbeck(op -> op.insertRows("kept", "id").row(new Object())).upgrade("head"))
        .hasMessageContaining("LMB-212 A row cannot have java.lang.Object.");
  }

  private static Migration migration(Consumer<Operations> upgrade) {
    return new Migration() {
      @Override
      public void upgrade(Operations op) {
        upgrade.accept(op);
      }

      @Override
      public void downgrade(Operations op) {}
    };
  }
}
