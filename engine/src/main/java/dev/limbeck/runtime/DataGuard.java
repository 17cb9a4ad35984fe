package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.plan.Misfit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String REMAP =
      "Say what they get: .remap(\"…\", \"…\") after the change, or an execute before it.";

  /**
   * Looks at the rows.
   *
   * @throws LimbeckException LMB-220 where rows would refuse the operation
   */
  void check(Operation operation) throws SQLException {
    Table table = operation instanceof AlterTable alter ? before.table(alter.table()) : null;
    if (table != null) {
      Block block = new Block(table);
      for (TableAlteration alteration : ((AlterTable) operation).alterations()) {
        block.check(alteration);
      }
    }
    if (operation instanceof AlterEnumType change) {
      labels(change);
    }
  }

  private RefusedValues refused() {
    return new RefusedValues(connection, dialect.identifiers());
  }

  private void labels(AlterEnumType change) throws SQLException {
    String rows = refused().of(change, before);
    if (rows != null) {
      throw refused(
          "takes labels away from the type " + change.name() + ": " + change.refusing(),
          rows,
          REMAP);
    }
    for (EnumColumn each : EnumReferences.columns(before, change.name())) {
      Column column =
          requireNonNull(requireNonNull(before.table(each.table())).column(each.column()));
      if (column.defaultValue() != null
          && EnumReferences.mentions(
              column.defaultValue().forDialect(dialect.name()), change.refusing())) {
        throw refused(
            "takes labels away from the type " + change.name() + ": " + change.refusing(),
            "the default of " + each + " is " + column.defaultValue() + ".",
            "Change the default before, or say which label comes in its place: .remap(\"…\", \"…\").");
      }
    }
  }

  private void values(QualifiedName table, Identifier column, AlterCheck change)
      throws SQLException {
    String rows = refused().of(change, table, column);
    if (rows != null) {
      throw refused(
          "changes the check " + change.name() + " on " + table + "." + column, rows, REMAP);
    }
  }

  /**
   * A block of alterations, of which none has been made yet: what a column is called now, and which
   * ones are only to come.
   */
  private final class Block {
    private final QualifiedName table;
    private final Map<Identifier, Identifier> present = new HashMap<>();
    private final Map<Identifier, AddColumn> coming = new HashMap<>();

    Block(Table table) {
      this.table = table.name();
      table.columns().forEach(column -> present.put(column.name(), column.name()));
    }

    void check(TableAlteration alteration) throws SQLException {
      if (alteration instanceof AddColumn add) {
        added(table, add);
        coming.put(add.column().name(), add);
      } else if (alteration instanceof DropColumn drop) {
        present.remove(drop.name());
        coming.remove(drop.name());
      } else if (alteration instanceof RenameColumn rename) {
        follow(present, rename);
        follow(coming, rename);
      } else if (alteration instanceof AlterCheck change) {
        List<Identifier> columns = change.to().columns();
        if (!columns.isEmpty() && !coming.containsKey(columns.get(0))) {
          values(table, present.getOrDefault(columns.get(0), columns.get(0)), change);
        }
      } else if (alteration instanceof AlterColumn change) {
        AddColumn add = coming.get(change.name());
        if (add == null) {
          altered(table, present.getOrDefault(change.name(), change.name()), change);
        } else if (forbidsNull(change)) {
          added(table, new AddColumn(add.column().withNullable(false), add.fill()));
        }
      }
    }

    private <T> void follow(Map<Identifier, T> columns, RenameColumn rename) {
      T column = columns.remove(rename.from());
      if (column != null) {
        columns.put(rename.to(), column);
      }
    }
  }

  private static boolean forbidsNull(AlterColumn change) {
    return change.nullable() != null
        && Boolean.FALSE.equals(change.nullable().to())
        && change.fill() == null;
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

  /**
   * @param column what the column is called now
   */
  private void altered(QualifiedName table, Identifier column, AlterColumn change)
      throws SQLException {
    if (forbidsNull(change)) {
      long rows =
          count(
              "SELECT count(*) FROM "
                  + dialect.identifiers().render(table)
                  + " WHERE "
                  + dialect.identifiers().render(column)
                  + " IS NULL");
      if (rows > 0) {
        throw refused(
            "forbids null in " + table + "." + column,
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
