package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the rows that hold labels or values which a change takes away. */
record LabelGuard(Dialect dialect, Connection connection) {
  private static final String REMAP =
      "Say what they get: .remap(\"…\", \"…\") after the change, or an execute before it.";

  /**
   * What refuses that labels go.
   *
   * @param model the schema just before the change
   * @param holders where the labels are
   * @return three lines: the change, what refuses it, and advice; or null
   */
  @Nullable String labels(AlterEnumType change, DatabaseModel model, List<LabelHolder> holders)
      throws SQLException {
    String what = "takes labels away from the type " + change.name() + ": " + change.refusing();
    String rows = refused().of(change, holders);
    if (rows != null) {
      return told(what, rows, REMAP);
    }
    for (EnumColumn each : EnumReferences.columns(model, change.name())) {
      Column column =
          requireNonNull(requireNonNull(model.table(each.table())).column(each.column()));
      if (column.defaultValue() != null
          && EnumReferences.mentions(
              column.defaultValue().forDialect(dialect.name()), change.refusing())) {
        return told(
            what,
            "the default of " + each + " is " + column.defaultValue() + ".",
            "Change the default before, or say which label comes in its place: .remap(\"…\", \"…\").");
      }
    }
    return null;
  }

  /**
   * What refuses that a check allows less.
   *
   * @param table what the table is called now
   * @param column what the column is called now
   */
  @Nullable String values(AlterCheck change, QualifiedName table, Identifier column)
      throws SQLException {
    String rows = refused().of(change, table, column);
    return rows == null
        ? null
        : told("changes the check " + change.name() + " on " + table + "." + column, rows, REMAP);
  }

  private RefusedValues refused() {
    return new RefusedValues(connection, dialect.identifiers());
  }

  private static String told(String change, String rows, String advice) {
    return change + "\n  but " + rows + "\n  " + advice;
  }
}
