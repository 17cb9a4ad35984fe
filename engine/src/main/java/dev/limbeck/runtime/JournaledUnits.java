package dev.limbeck.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.OperationText;
import dev.limbeck.plan.WorkUnit;
import dev.limbeck.source.Digest;
import dev.limbeck.sql.SqlStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The units of one revision and what the journal says of them. */
final class JournaledUnits {
  private final Workplace place;
  private final RevisionStep step;
  private final List<WorkUnit> units;
  private final Map<Integer, JournalRow> begun = new TreeMap<>();

  JournaledUnits(Workplace place, RevisionStep step, List<WorkUnit> units, List<JournalRow> begun) {
    this.place = place;
    this.step = step;
    this.units = units;
    begun.forEach(row -> this.begun.put(row.step(), row));
  }

  /** The units, in order. */
  List<WorkUnit> units() {
    return units;
  }

  /** True where the revision was begun in as many units, and those that were begun are the same. */
  boolean areThoseBegun() {
    return begun.values().stream()
        .allMatch(row -> row.steps() == units.size() && row.hash().equals(hash(row.step() - 1)));
  }

  /**
   * Looks whether what was done is what the revision says.
   *
   * @throws LimbeckException LMB-432 where it says something else by now
   */
  void demandUnchanged() {
    for (JournalRow row : begun.values()) {
      if (row.step() >= units.size() || !row.hash().equals(hash(row.step() - 1))) {
        throw new LimbeckException(
            "LMB-432",
            "Revision "
                + step.revision().id()
                + " was changed while it is half "
                + word()
                + ".\n  Step "
                + row.step()
                + " of "
                + row.steps()
                + " is done or begun in the database ("
                + row.started()
                + "): "
                + row.what()
                + "\n  The revision says something else there now. Nothing was run.\n  Restore that"
                + " part of the revision, or put the database right by hand and say"
                + " `limbeck resume --forget`.");
      }
    }
  }

  /** Makes the journal where it is needed. */
  void open() throws SQLException {
    if (units.size() > 1) {
      place.journal().create(place.connection());
    }
  }

  /**
   * What is to be written once the unit is done.
   *
   * @return null where it is done already
   * @throws LimbeckException LMB-433 where nobody can say whether it is
   */
  @Nullable JournalRow toDo(int unit) throws SQLException {
    JournalRow row = begun.get(unit + 1);
    if (row == null) {
      return new JournalRow(
          step.revision().id(),
          step.direction(),
          unit + 1,
          units.size(),
          what(units.get(unit)),
          hash(unit),
          true,
          JournalTable.time(place.clock().instant()),
          null);
    }
    if (!row.done() && !isDone(units.get(unit).operations().get(0), row)) {
      return row;
    }
    if (!row.done()) {
      place.journal().done(place.connection(), row);
    }
    place
        .progress()
        .notice(
            new Notice(
                Notice.Level.SKIPPED,
                "step "
                    + row.step()
                    + " of "
                    + row.steps()
                    + " is done since "
                    + row.started()
                    + ": skipped"));
    return null;
  }

  /**
   * A transaction that does one step, and not the last.
   *
   * @param row what the journal gets
   * @param before the version rows before the revision
   */
  Committed committed(JournalRow row, Set<String> before) {
    return new Committed(
        "step " + row.step() + " of " + row.steps() + " of revision " + row.revision(),
        "done",
        false,
        connection ->
            place.journal().rows(connection).contains(row)
                || !before.equals(Set.copyOf(place.versions().rows(connection))));
  }

  /** What stands alone. */
  @FunctionalInterface
  interface Alone {
    /**
     * Does it.
     *
     * @param begun the journal's row of it
     */
    void run(JournalRow begun) throws SQLException;
  }

  /** Runs a unit that stands alone, between the two times at which the journal is written. */
  void alone(int unit, JournalRow row, Alone work) throws SQLException {
    JournalRow started = row.asBegun();
    if (!begun.containsKey(row.step())) {
      place.journal().add(place.connection(), started);
    }
    try {
      work.run(started);
    } catch (LimbeckException e) {
      if (leavesNothing(units.get(unit).operations().get(0))) {
        takeBack(started, e);
      }
      throw e;
    }
    place.journal().done(place.connection(), started);
  }

  /** A statement that the database refused did nothing, so that it can simply be run again. */
  private void takeBack(JournalRow started, LimbeckException cause) {
    try {
      if (!place.connection().isClosed()) {
        place.journal().remove(place.connection(), started);
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** In the transaction in which the revision is done. */
  void close() throws SQLException {
    if (units.size() > 1 || !begun.isEmpty()) {
      place.journal().clear(place.connection(), step.revision().id());
    }
  }

  /** Limbeck's own operations look by themselves at what is there. */
  private boolean isDone(Operation operation, JournalRow row) throws SQLException {
    String query;
    if (operation instanceof ExecuteSql execute) {
      query = execute.doneWhen();
    } else if (operation instanceof RunJava java) {
      query = java.doneWhen();
    } else {
      return false;
    }
    if (query == null) {
      throw unknown(row);
    }
    try (Statement statement = place.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    } catch (SQLException e) {
      throw DatabaseFailure.running(
          step.revision().id(), null, "doneWhen: " + query, false, row.step() - 1, e);
    }
  }

  private LimbeckException unknown(JournalRow row) {
    return new LimbeckException(
        "LMB-433",
        "It is unknown whether a step of revision "
            + step.revision().id()
            + " is done.\n  Step "
            + row.step()
            + " of "
            + row.steps()
            + ": "
            + row.what()
            + "\n  It was begun at "
            + row.started()
            + ", outside of a transaction, and nobody wrote that it ended. Nothing was run now."
            + "\n  Look at the database, then say `limbeck resume --done` where it is done, or"
            + " `limbeck resume --retry` where it is to be run again."
            + "\n  With .doneWhen(\"SELECT …\") behind it in the revision Limbeck sees it by itself.");
  }

  private boolean leavesNothing(Operation operation) {
    return operation instanceof ExecuteSql execute
        && SqlStatements.split(execute.sql()).size() == 1
        && place.dialect().transactions().refuses(execute.sql());
  }

  private String word() {
    return step.direction() == Direction.UPGRADE ? "applied" : "undone";
  }

  private static String what(WorkUnit unit) {
    if (unit.inTransaction() && unit.operations().size() != 1) {
      return unit.operations().size() + " operations in one transaction";
    }
    return OperationText.of(unit.operations().get(0));
  }

  private String hash(int unit) {
    String text = String.join("\n", CanonicalRevision.keys(units.get(unit).operations()));
    return Digest.hex(text.getBytes(UTF_8));
  }
}
