package dev.limbeck.autogenerate;

import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The downgrade of a generated revision: the inverse of its upgrade, with a value for the rows that
 * are there wherever a column comes back that takes no null and has no default.
 *
 * <p>The value is a neutral one of the column's type. Where none can be right, since the column is
 * part of a key or refers to another table, there is none, and a downgrade with rows in the table
 * stops before it does anything.
 */
public final class DowngradeBody {
  private DowngradeBody() {}

  /** The operations that undo the upgrade. */
  public static List<Operation> of(List<Operation> upgrade) {
    return Inverse.of(upgrade).stream()
        .map(operation -> operation instanceof AlterTable alter ? filled(alter) : operation)
        .toList();
  }

  private static AlterTable filled(AlterTable alter) {
    Set<Identifier> keys = keyColumns(alter.alterations());
    return new AlterTable(
        alter.table(),
        alter.alterations().stream()
            .map(
                alteration ->
                    alteration instanceof AddColumn add
                            && needsFill(add.column())
                            && !keys.contains(add.column().name())
                        ? new AddColumn(add.column(), neutralValue(add.column().type()))
                        : alteration)
            .toList());
  }

  private static Set<Identifier> keyColumns(List<TableAlteration> alterations) {
    Set<Identifier> keys = new HashSet<>();
    for (TableAlteration alteration : alterations) {
      if (alteration instanceof AddConstraint add && isKey(add.constraint())) {
        keys.addAll(add.constraint().columns());
      } else if (alteration instanceof AddIndex add && add.index().unique()) {
        keys.addAll(add.index().columns());
      }
    }
    return keys;
  }

  private static boolean isKey(Constraint constraint) {
    return constraint instanceof PrimaryKey
        || constraint instanceof Unique
        || constraint instanceof ForeignKey;
  }

  private static boolean needsFill(Column column) {
    return !column.nullable() && column.defaultValue() == null && column.generation() == null;
  }

  private static @Nullable SqlExpression neutralValue(ColumnType type) {
    if (!(type instanceof ScalarType scalar)) {
      return null;
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> SqlExpression.of("false");
      case TINYINT, SMALLINT, INTEGER, BIGINT, FLOAT, REAL, DOUBLE, NUMERIC, DECIMAL ->
          SqlExpression.of("0");
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT -> SqlExpression.of("''");
      case DATE -> SqlExpression.of("'1970-01-01'");
      case TIME, TIME_TZ, TIME_UTC -> SqlExpression.of("'00:00:00'");
      case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> SqlExpression.of("'1970-01-01 00:00:00'");
      case JSON -> SqlExpression.of("'{}'");
      default -> null;
    };
  }
}
