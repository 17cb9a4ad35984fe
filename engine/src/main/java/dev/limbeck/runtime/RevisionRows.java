package dev.limbeck.runtime;

import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.runtime.VersionTable.RowChange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows that say that a revision is done: in the version table and in the history. They are
 * written in one round trip where the driver can.
 */
record RevisionRows(Workplace place) {

  /**
   * Writes them, in the transaction that is open.
   *
   * @throws LimbeckException LMB-409 where a change of the version rows does not match exactly one,
   *     LMB-413 where the database refuses; the transaction must not be committed
   */
  void write(List<RowOperation> operations, HistoryRow row) throws SQLException {
    if (!place.deployment().preparesSeveral()) {
      place.versions().apply(place.connection(), operations);
      place.history().add(place.connection(), row);
      return;
    }
    List<RowChange> changes = operations.stream().map(place.versions()::change).toList();
    String sql =
        Stream.concat(changes.stream().map(RowChange::sql), Stream.of(place.history().insert()))
            .collect(joining(";\n"));
    try (PreparedStatement statement = place.connection().prepareStatement(sql)) {
      int parameter = 1;
      for (RowChange change : changes) {
        change.set(statement, parameter);
        parameter += change.arguments().size();
      }
      place.history().set(statement, parameter, row);
      statement.execute();
      for (RowOperation operation : operations) {
        place.versions().demandOne(operation, statement.getUpdateCount());
        statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw HistoryTable.refused(place.versions().name() + " and " + place.history().name(), e);
    }
  }
}
