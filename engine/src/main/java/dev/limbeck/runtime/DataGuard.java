package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Generation;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.plan.Misfit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Counts, before an operation runs, the rows that would refuse it, so that the error names them and
 * says what to do.
 *
 * @param before the schema before the operation
 * @param line where the operation was written, or null where that is not known
 */
record DataGuard(
    Dialect dialect,
    Connection connection,
    DatabaseModel before,
    Misfit misfit,
    @Nullable SourceLine line) {

  /**
   * Looks at the rows.
   *
   * @throws LimbeckException LMB-220 where rows would refuse the operation
   */
  void check(Operation operation) throws SQLException {
    if (operation instanceof AlterTable alter && before.table(alter.table()) != null) {
      for (TableAlteration alteration : alter.alterations()) {
        if (alteration instanceof AddColumn add) {
          added(alter.table(), add);
        } else if (alteration instanceof AlterColumn change) {
          altered(alter.table(), change);
        }
      }
    }
  }

  private void added(QualifiedName table, AddColumn add) throws SQLException {
    Column column = add.column();
    boolean filled =
        add.fill() != null
            || column.defaultValue() != null
            || column.generation() instanceof Generation;
    if (!column.nullable() && !filled) {
      long rows = count("SELECT count(*) FROM " + dialect.identifiers().render(table));
      if (rows > 0) {
        throw refused(
            "adds the column " + table + "." + column.name() + ", which takes no null",
            rows + (rows == 1 ? " row" : " rows") + " would have no value in it.",
            "Say what they get: .fill(\"…\") after the column, or a defaultValue.");
      }
    }
  }

  private void altered(QualifiedName table, AlterColumn change) throws SQLException {
    boolean forbids = change.nullable() != null && Boolean.FALSE.equals(change.nullable().to());
    if (forbids && change.fill() == null) {
      long rows =
          count(
              "SELECT count(*) FROM "
                  + dialect.identifiers().render(table)
                  + " WHERE "
                  + dialect.identifiers().render(change.name())
                  + " IS NULL");
      if (rows > 0) {
        throw refused(
            "forbids null in " + table + "." + change.name(),
            rows + (rows == 1 ? " row has" : " rows have") + " null in it.",
            "Say what they get: .fill(\"…\") after the change, or an execute before it.");
      }
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private LimbeckException refused(String what, String rows, String advice) {
    return new LimbeckException(
        "LMB-220",
        "The rows that are there refuse revision "
            + misfit.revision()
            + ".\n  "
            + (line == null ? "" : line + "   ")
            + what
            + "\n  but "
            + rows
            + "\n  "
            + advice);
  }
}
