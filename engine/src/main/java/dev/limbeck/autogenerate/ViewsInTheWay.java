package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.model.Identifier;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.sql.SqlTokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which views have to go for a while: PostgreSQL changes no type of a column that a view
 * reads, and drops none; and a view of {@code *} has the columns of the day when it was made.
 */
final class ViewsInTheWay {
  private final Set<Identifier> changed = new HashSet<>();
  private final Set<Identifier> grown = new HashSet<>();

  ViewsInTheWay(List<Operation> operations) {
    operations.forEach(this::add);
  }

  private void add(Operation operation) {
    if (operation instanceof OnlyOn only) {
      only.operations().forEach(this::add);
    } else if (operation instanceof AlterTable alter) {
      for (TableAlteration each : alter.alterations()) {
        if (each instanceof DropColumn
            || each instanceof AlterColumn column && column.type() != null) {
          changed.add(alter.table().name());
        } else if (each instanceof AddColumn) {
          grown.add(alter.table().name());
        }
      }
    }
  }

  /**
   * True where an object is such a view. The views behind it are in the way then as well, so that
   * each is asked for after those that it reads.
   *
   * @param isRemade true where it goes and comes anyway
   */
  boolean disturb(SqlObject object, boolean isRemade) {
    if (object.kind() != Kind.VIEW || object.object() == null) {
      return false;
    }
    Set<Identifier> names = ViewOrder.names(object);
    names.remove(object.object().name());
    boolean disturbed =
        isRemade
            || names.stream().anyMatch(changed::contains)
            || names.stream().anyMatch(grown::contains) && hasStar(object);
    if (disturbed) {
      changed.add(object.object().name());
    }
    return disturbed;
  }

  private static boolean hasStar(SqlObject object) {
    return object.statements().values().stream()
        .flatMap(statements -> statements.create().stream())
        .flatMap(sql -> SqlTokenizer.code(sql).stream())
        .anyMatch(token -> token.isSymbol("*"));
  }
}
