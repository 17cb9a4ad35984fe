package dev.limbeck.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change in batches of a large table of PostgreSQL. */
class BackfillTest {
  private static final long ROWS = Moment.ALL ? 5_000_000 : 50_000;
  private static final int GAP = 7;

  @TempDir private Path directory;

  private TestDatabase database;

  @BeforeEach
  void fill() {
    database = TestPostgres.freshDatabase();
    Backfill.limbeck(database.dataSource()).upgrade("table");
  }

  private void fill(long rows) {
    database.execute(
        "INSERT INTO parcel (id) SELECT i * "
            + GAP
            + " FROM generate_series(1, "
            + rows
            + ") AS i");
  }

  @AfterEach
  void remove() {
    database.close();
  }

  @Test
  void that_is_killed_twice_changes_each_row_once() throws Exception {
    fill(ROWS);
    Path output = directory.resolve("output");
    for (double part : List.of(0.3, 0.6)) {
      Process victim = Backfill.start(database, output);
      while (done() < ROWS * part && victim.isAlive()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      victim.destroyForcibly().waitFor();
      assertThat(done()).isBetween((long) (ROWS * part), ROWS - 1);
    }

    Process last = Backfill.start(database, output);

    assertThat(JavaProcess.ended(last)).as(Files.readString(output)).isZero();
    assertThat(
            database.rows(
                "SELECT changed, count(*) FROM parcel WHERE label = 'parcel ' || id GROUP BY 1"))
        .isEqualTo(List.of(List.of(1, ROWS)));
  }

  /** How many rows are done, by the journal. */
  private long done() {
    if (database.rows("SELECT to_regclass('limbeck_journal')").get(0).get(0) == null) {
      return 0;
    }
    List<List<Object>> rows =
        database.rows(
            "SELECT trim(quote_literal('')  FROM position)::bigint / "
                + GAP
                + " FROM limbeck_journal");
    return rows.isEmpty() || rows.get(0).get(0) == null ? 0 : (Long) rows.get(0).get(0);
  }

  @Test
  void reads_a_range_of_the_index_for_each_part() throws Exception {
    fill(50_000);
    FaultyDatabase faultless = new FaultyDatabase(database.dataSource());
    Backfill.limbeck(faultless.dataSource()).upgrade("head");
    List<String> parts =
        faultless.calls().stream()
            .filter(call -> call.contains(" " + Backfill.TABLE + " ") && call.contains("WHERE"))
            .map(call -> call.substring(call.indexOf(' ') + 1))
            .limit(6)
            .toList();

    assertThat(parts).hasSize(6).allSatisfy(this::usesTheIndex);
    database.execute("ANALYZE parcel");
    assertThat(parts).allSatisfy(this::usesTheIndex);
  }

  private void usesTheIndex(String statement) {
    String plan = database.rows("EXPLAIN " + statement).toString();
    // PostgreSQL from 17 on knows that no row has null in a key.
    assertThat(plan)
        .as(statement)
        .containsAnyOf("pk_parcel", "One-Time Filter: false")
        .doesNotContain("Seq Scan");
  }
}
