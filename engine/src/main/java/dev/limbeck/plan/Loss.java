package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data that an operation throws away.
 *
 * @param table the table that loses it, by its name before all of the operations; null for SQL that
 *     Limbeck does not look into
 * @param column the column that goes, or whose values something else takes the place of, or null
 *     where the table goes
 * @param text what is lost, for people
 */
public record Loss(@Nullable QualifiedName table, @Nullable Identifier column, String text) {
  public Loss {
    requireNonNull(text, "text");
  }

  /**
   * What operations throw away that was there before them.
   *
   * @param dialect the dialect whose own operations count
   */
  public static List<Loss> of(List<Operation> operations, String dialect) {
    Collector collector = new Collector(dialect);
    collector.all(operations);
    return List.copyOf(collector.losses);
  }

  private static boolean names(String expression, Identifier column) {
    return SqlTokenizer.code(expression).stream()
        .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
        .anyMatch(token -> token.value().equalsIgnoreCase(column.text()));
  }

  /** Goes along the operations and remembers what they made themselves. */
  private static final class Collector {
    private final String dialect;
    private final List<Loss> losses = new ArrayList<>();
    private final Set<QualifiedName> made = new HashSet<>();
    private final Map<QualifiedName, QualifiedName> before = new HashMap<>();

    Collector(String dialect) {
      this.dialect = dialect;
    }

    void all(List<Operation> operations) {
      for (Operation operation : operations) {
        if (operation instanceof OnlyOn only) {
          if (only.dialect().equals(dialect)) {
            all(only.operations());
          }
        } else if (operation instanceof OutsideTransaction outside) {
          all(outside.operations());
        } else if (operation instanceof Operation.CreateTable create) {
          made.add(create.table().name());
        } else if (operation instanceof Operation.RenameTable rename) {
          renamed(rename);
        } else if (operation instanceof DropTable drop) {
          if (!made.remove(drop.name())) {
            QualifiedName old = before.getOrDefault(drop.name(), drop.name());
            losses.add(new Loss(old, null, "table " + drop.name()));
          }
        } else if (operation instanceof AlterTable alter) {
          altered(alter);
        } else if (operation instanceof ExecuteSql execute) {
          executed(execute.sql());
        } else if (operation instanceof ChangeInBatches batches) {
          executed(batches.sql());
        } else if (operation instanceof Operation.RunJava java && java.sql() != null) {
          executed(java.sql());
        }
      }
    }

    private void renamed(Operation.RenameTable rename) {
      if (made.remove(rename.from())) {
        made.add(rename.to());
      } else {
        QualifiedName old = before.remove(rename.from());
        before.put(rename.to(), old == null ? rename.from() : old);
      }
    }

    private void altered(AlterTable alter) {
      Set<Identifier> added = new HashSet<>();
      Map<Identifier, Identifier> renamed = new HashMap<>();
      for (TableAlteration alteration : alter.alterations()) {
        if (alteration instanceof TableAlteration.AddColumn add) {
          added.add(add.column().name());
        } else if (alteration instanceof RenameColumn rename) {
          Identifier old = renamed.remove(rename.from());
          renamed.put(rename.to(), old == null ? rename.from() : old);
        } else if (made.contains(alter.table())) {
          continue;
        } else if (alteration instanceof DropColumn drop && !added.contains(drop.name())) {
          lost(alter.table(), drop.name(), renamed, "column ", "");
        } else if (alteration instanceof AlterColumn change && !added.contains(change.name())) {
          replaced(alter.table(), change, renamed);
        }
      }
    }

    private void replaced(
        QualifiedName table, AlterColumn change, Map<Identifier, Identifier> renamed) {
      String what = "what rows hold in column ";
      if (change.replacesValues()) {
        lost(table, change.name(), renamed, what, "");
      } else if (change.using() != null) {
        String using = change.using().forDialect(dialect);
        Identifier old = renamed.getOrDefault(change.name(), change.name());
        if (!names(using, change.name()) && !names(using, old)) {
          lost(table, change.name(), renamed, what, ", which is replaced by " + using);
        }
      }
    }

    private void lost(
        QualifiedName table,
        Identifier column,
        Map<Identifier, Identifier> renamed,
        String what,
        String how) {
      losses.add(
          new Loss(
              before.getOrDefault(table, table),
              renamed.getOrDefault(column, column),
              what + table + "." + column + how));
    }

    private void executed(String sql) {
      for (String statement : SqlStatements.split(sql)) {
        if (DeletingSql.in(statement)) {
          losses.add(new Loss(null, null, "what this deletes: " + statement));
        }
      }
    }
  }
}
