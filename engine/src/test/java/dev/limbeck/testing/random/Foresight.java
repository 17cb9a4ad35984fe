package dev.limbeck.testing.random;

import static dev.limbeck.testing.random.Verdict.DONE;
import static dev.limbeck.testing.random.Verdict.REFUSED;
import static dev.limbeck.testing.random.Verdict.UNCLEAR;

import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of the rows, and whether they let it happen, worked out without a database.
 *
 * @param rows the rows afterwards, as far as they can be foretold
 * @param verdict whether the change is made
 */
public record Foresight(Rows rows, Verdict verdict) {

  /**
   * Foretells a change.
   *
   * @param dialect the name of the database's dialect
   * @param before the rows before it
   * @param operations the change, for the values that it gives to the rows that are there
   */
  public static Foresight of(
      String dialect,
      DatabaseModel from,
      DatabaseModel to,
      Lineage lineage,
      Rows before,
      List<Operation> operations) {
    Change change = new Change(dialect, from, to, lineage, before, fills(operations));
    for (Table table : to.tables()) {
      change.table(table);
    }
    Rows after = new Rows(change.after);
    return new Foresight(after, change.verdict.and(Demands.verdict(dialect, to, after)));
  }

  private static Map<QualifiedName, Map<Identifier, SqlExpression>> fills(
      List<Operation> operations) {
    Map<QualifiedName, Map<Identifier, SqlExpression>> fills = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof RenameTable rename && fills.containsKey(rename.from())) {
        fills.put(rename.to(), fills.remove(rename.from()));
      }
      if (operation instanceof AlterTable alter) {
        Map<Identifier, SqlExpression> own =
            fills.computeIfAbsent(alter.table(), name -> new LinkedHashMap<>());
        for (TableAlteration alteration : alter.alterations()) {
          if (alteration instanceof AddColumn add && add.fill() != null) {
            own.put(add.column().name(), add.fill());
          }
          if (alteration instanceof RenameColumn rename && own.containsKey(rename.from())) {
            own.put(rename.to(), own.remove(rename.from()));
          }
        }
      }
    }
    return fills;
  }

  /** A change on its way. */
  private static final class Change {
    private final String dialect;
    private final DatabaseModel from;
    private final DatabaseModel to;
    private final Lineage lineage;
    private final Lineage back;
    private final Rows before;
    private final Map<QualifiedName, Map<Identifier, SqlExpression>> fills;
    private final Map<QualifiedName, List<Map<Identifier, Cell>>> after = new LinkedHashMap<>();
    private Verdict verdict = DONE;

    Change(
        String dialect,
        DatabaseModel from,
        DatabaseModel to,
        Lineage lineage,
        Rows before,
        Map<QualifiedName, Map<Identifier, SqlExpression>> fills) {
      this.dialect = dialect;
      this.from = from;
      this.to = to;
      this.lineage = lineage;
      this.back = lineage.reversed();
      this.before = before;
      this.fills = fills;
    }

    void table(Table table) {
      QualifiedName old = back.after(table.name());
      Table earlier = old == null ? null : from.table(old);
      if (earlier == null) {
        return;
      }
      for (Column column : table.columns()) {
        Column origin = origin(table, earlier, column);
        if (origin != null) {
          verdict = verdict.and(Casts.verdict(moved(origin), column));
        }
      }
      List<Map<Identifier, Cell>> rows =
          before.of(earlier.name()).stream().map(row -> row(table, earlier, row)).toList();
      if (!rows.isEmpty()) {
        after.put(table.name(), rows);
      }
    }

    private @Nullable Column origin(Table table, Table earlier, Column column) {
      Identifier old = back.after(table.name(), column.name());
      return old == null ? null : earlier.column(old);
    }

    private Map<Identifier, Cell> row(Table table, Table earlier, Map<Identifier, Cell> row) {
      Map<Identifier, Cell> made = new LinkedHashMap<>();
      for (Column column : table.columns()) {
        if (!(column.generation() instanceof Generation.Computed)) {
          Column origin = origin(table, earlier, column);
          made.put(
              column.name(), origin == null ? added(table, column) : kept(row, origin, column));
        }
      }
      return made;
    }

    /** The column as it is before, its type called as it is afterwards. */
    private Column moved(Column origin) {
      return origin.withType(lineage.types().after(origin.type()));
    }

    private Cell kept(Map<Identifier, Cell> row, Column origin, Column column) {
      Cell cell = row.getOrDefault(origin.name(), Cell.UNKNOWN);
      if (cell.isNull()) {
        return cell;
      }
      ColumnType old = moved(origin).type();
      NamedType named = Labels.typeOf(old);
      EnumType labels = named == null ? null : to.enumType(named.name());
      if (labels != null && old.equals(column.type())) {
        return cell.value() == null ? cell : labelled(cell.value(), origin.type(), labels);
      }
      return old.equals(column.type())
          ? kept(cell, plain(from, origin.type()), plain(to, old))
          : kept(cell, old, column.type());
    }

    /** A value of an enumerated type that stays: its label may have another name, or go. */
    private Cell labelled(String value, ColumnType type, EnumType labels) {
      String moved = lineage.types().after(type, value);
      if (!labels.labels().containsAll(Labels.in(type, moved))) {
        verdict = REFUSED;
      }
      return Cell.of(moved);
    }

    private Cell kept(Cell cell, ColumnType old, ColumnType now) {
      if (old.equals(now) || cell.value() != null && isKept(old, now, cell.value())) {
        return cell;
      }
      verdict = verdict.and(cell.mayBeNull() ? UNCLEAR : Casts.verdict(dialect, old, now));
      return Cell.UNKNOWN;
    }

    /** What a domain is made of, where the database has domains. */
    private ColumnType plain(DatabaseModel model, ColumnType type) {
      Domain domain = type instanceof NamedType named ? domain(model, named) : null;
      return domain == null ? type : domain.type();
    }

    private @Nullable Domain domain(DatabaseModel model, NamedType type) {
      return dialect.equals("postgresql") ? model.domain(type.name()) : null;
    }

    private static boolean isKept(ColumnType from, ColumnType to, String value) {
      List<String> common = Values.common(from, to);
      return common != null && common.contains(value);
    }

    private Cell added(Table table, Column column) {
      SqlExpression fill = fills.getOrDefault(table.name(), Map.of()).get(column.name());
      SqlExpression value = fill == null ? column.defaultValue() : fill;
      if (value == null && column.type() instanceof NamedType named) {
        Domain domain = domain(to, named);
        value = domain == null ? null : domain.defaultValue();
      }
      if (value != null) {
        return Cell.ofDefault(value.forDialect(dialect));
      }
      if (column.generation() != null) {
        return Cell.SOME;
      }
      return Cell.NULL;
    }
  }
}
