package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Projection;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.plan.BatchIndex;
import dev.limbeck.plan.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change in batches, at work. How far it came stands in the journal, written in the transaction
 * of each part: whatever happens, a part is done once.
 */
final class BatchWork {
  private final Workplace place;
  private final String revision;
  private final ChangeInBatches change;
  private final @Nullable SourceLine line;
  private final Set<String> expectedRows;
  private final String key;
  private final String table;
  private @Nullable String position;
  private long partRows;

  /**
   * @param line where it was written, or null where that is not known
   * @param expectedRows the version rows while the revision is not done
   */
  BatchWork(
      Workplace place,
      String revision,
      ChangeInBatches change,
      @Nullable SourceLine line,
      Set<String> expectedRows) {
    this.place = place;
    this.revision = revision;
    this.change = change;
    this.line = line;
    this.expectedRows = expectedRows;
    Dialect dialect = place.dialect();
    this.key = dialect.identifiers().render(dialect.projection().name(change.key()));
    this.table = dialect.identifiers().render(dialect.projection().name(change.table()));
  }

  /**
   * Does the parts that are left.
   *
   * @param row the journal's row of it; its position is the last key that is done, as a literal
   */
  void run(JournalRow row) throws SQLException {
    position = row.position();
    refuseNulls(row);
    warnOfScans();
    long done = 0;
    do {
      Retries.run(place, true, () -> part(row));
      done += partRows;
      if (partRows > 0) {
        place.progress().advanced(change.description(), done);
        pause();
      }
    } while (partRows > 0);
  }

  /** One part, and how far it came, in one transaction. */
  private void part(JournalRow row) throws SQLException {
    Deployment deployment = place.deployment();
    String statement = nextPart();
    deployment.begin(place.connection());
    try (Statement sql = place.connection().createStatement()) {
      String first = null;
      String last = null;
      long rows = 0;
      try (ResultSet result = sql.executeQuery(statement)) {
        if (result.next()) {
          first = result.getString(1);
          last = result.getString(2);
          rows = result.getLong(3);
        }
      }
      if (last != null) {
        place.versions().demand(place.connection(), place.lock(), expectedRows);
        statement = change.sql(after(first) + " AND " + key + " <= " + last);
        place.progress().statement(statement);
        sql.execute(statement);
        place.journal().position(place.connection(), row, last);
      }
      LostCommit.orCommit(deployment, place.connection(), committed(row, last));
      position = rows > 0 ? last : position;
      partRows = rows;
    } catch (LostCommit e) {
      throw e;
    } catch (SQLException e) {
      place.rollback(e);
      throw failure(row, statement, e);
    } catch (RuntimeException | Error e) {
      place.rollback(e);
      throw e;
    }
  }

  /** A part is done where the journal says that the change came so far, or that it is finished. */
  private Committed committed(JournalRow row, @Nullable String last) {
    return new Committed(
        "a part of batches(\"" + change.description() + "\") in revision " + revision,
        "done",
        false,
        connection ->
            place.journal().rows(connection).stream()
                .filter(now -> now.isSameStep(row) && !now.done())
                .allMatch(now -> Objects.equals(now.position(), last)));
  }

  /**
   * Asks for the first and the last key of the next part, and how many rows it has. The last key is
   * the last in order, not the greatest: PostgreSQL has an order of booleans and uuids, but no
   * {@code max} of them.
   */
  private String nextPart() {
    Deployment deployment = place.deployment();
    return "SELECT "
        + deployment.literalOf("f")
        + ", "
        + deployment.literalOf("k")
        + ", n FROM (SELECT "
        + key
        + " AS k, first_value("
        + key
        + ") OVER (ORDER BY "
        + key
        + ") AS f, row_number() OVER (ORDER BY "
        + key
        + ") AS n FROM "
        + table
        + (position == null ? "" : " WHERE " + key + " > " + position)
        + " ORDER BY "
        + key
        + " LIMIT "
        + change.size()
        + ") part ORDER BY n DESC LIMIT 1";
  }

  /**
   * The lower bound of a part. The first one has one too: where PostgreSQL has no statistics of a
   * table, it takes a range that is open on one side for a third of it, and reads the whole table.
   */
  private String after(@Nullable String first) {
    return position == null ? key + " >= " + first : key + " > " + position;
  }

  private void warnOfScans() throws SQLException {
    Projection projection = place.dialect().projection();
    CatalogScope scope =
        new CatalogScope(
            Set.of(), Set.of(projection.name(change.table())), Set.of(), place.ownTables());
    DatabaseModel schema = place.dialect().catalog().read(place.connection(), scope);
    Notice costly = BatchIndex.lacking(change, projection, schema);
    if (costly != null) {
      place.progress().notice(costly);
    }
  }

  /** Rows that no part would reach. */
  private void refuseNulls(JournalRow row) throws SQLException {
    String query = "SELECT count(*) FROM " + table + " WHERE " + key + " IS NULL";
    try (Statement statement = place.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      long rows = result.getLong(1);
      if (rows > 0) {
        throw new LimbeckException(
            "LMB-443",
            "A change in batches cannot reach all rows.\n  "
                + (line == null ? "" : line + "   ")
                + "batches(\""
                + change.description()
                + "\") goes by "
                + change.table()
                + "."
                + change.key()
                + ", in which "
                + rows
                + (rows == 1 ? " row has" : " rows have")
                + " null.\n  Name a column without null, such as the primary key.");
      }
    } catch (SQLException e) {
      throw failure(row, query, e);
    }
  }

  private LimbeckException failure(JournalRow row, String statement, SQLException cause) {
    return DatabaseFailure.running(
        revision, line == null ? null : line.toString(), statement, true, row.step() - 1, cause);
  }

  private void pause() {
    try {
      Thread.sleep(change.pause().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimbeckException(
          "LMB-405",
          "Revision "
              + revision
              + " was interrupted.\n  The parts that are done stay; `limbeck resume` goes on.",
          e);
    }
  }
}
