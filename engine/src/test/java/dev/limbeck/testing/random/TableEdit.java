package dev.limbeck.testing.random;

import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One change of a table, at random. */
final class TableEdit {
  private final Dice dice;
  private final Parts parts;
  private final Columns columns;
  private final Names names;
  private final DatabaseModel model;
  private final Table table;

  TableEdit(Dice dice, Schemas schemas, DatabaseModel model, Table table) {
    this.dice = dice;
    this.parts = schemas.parts();
    this.columns = schemas.columns(model);
    this.names = schemas.names();
    this.model = model;
    this.table = table;
  }

  Table changed() {
    return switch (dice.between(0, 17)) {
      case 0, 1 -> withColumn();
      case 2 -> withoutColumn();
      case 3, 4, 5 -> anyColumn(this::otherType);
      case 6, 7 -> anyColumn(column -> column.withNullable(!column.nullable()));
      case 8 -> anyColumn(this::otherDefault);
      case 9 -> anyColumn(this::otherGeneration);
      case 10 ->
          dice.one(3)
              ? table.withComment(dice.one(3) ? null : columns.comment())
              : anyColumn(column -> column.withComment(dice.one(3) ? null : columns.comment()));
      case 11 -> anyColumn(column -> column.withCollation(columns.collationOf(column.type())));
      case 12 -> otherKey();
      case 13 -> Schemas.with(table, parts.unique(table));
      case 14 -> Schemas.with(table, parts.check(table, model));
      case 15 -> Schemas.with(table, parts.foreignKey(table, model.tables()));
      case 16 -> otherConstraint();
      default -> otherIndex();
    };
  }

  private Table withColumn() {
    Identifier name = names.column(names());
    List<Column> all = new ArrayList<>(table.columns());
    Column computed = dice.one(5) ? columns.computed(table, name) : null;
    all.add(dice.between(0, all.size()), computed == null ? columns.column(name) : computed);
    return table.withColumns(all);
  }

  private Set<Identifier> names() {
    Set<Identifier> taken = new HashSet<>();
    table.columns().forEach(column -> taken.add(column.name()));
    return taken;
  }

  private Table withoutColumn() {
    if (table.columns().size() == 1) {
      return withColumn();
    }
    List<Column> kept = new ArrayList<>(table.columns());
    kept.remove(dice.between(0, kept.size() - 1));
    return table.withColumns(kept);
  }

  private Table anyColumn(UnaryOperator<Column> change) {
    List<Column> all = new ArrayList<>(table.columns());
    int at = dice.between(0, all.size() - 1);
    all.set(at, change.apply(all.get(at)));
    return table.withColumns(all);
  }

  private Column otherType(Column column) {
    if (column.generation() instanceof Generation.Computed) {
      return column;
    }
    Column other = column.withType(columns.otherType(column.type()));
    return column.defaultValue() == null && dice.one(2)
        ? other
        : other.withDefault(dice.one(2) ? columns.defaultOf(other.type()) : null);
  }

  private Column otherDefault(Column column) {
    return column.generation() != null
        ? column
        : column.withDefault(dice.one(3) ? null : columns.defaultOf(column.type()));
  }

  private Column otherGeneration(Column column) {
    if (column.generation() instanceof Generation.Computed && dice.one(2)) {
      Column other = columns.computed(table, column.name());
      return other == null || !other.type().equals(column.type()) ? column : other;
    }
    if (column.generation() != null) {
      return column.withGeneration(
          column.generation() instanceof Generation.Identity && dice.one(2)
              ? columns.identity()
              : null);
    }
    return Family.of(column.type()) == Family.WHOLE
        ? column.withGeneration(columns.identity())
        : column;
  }

  private Table otherKey() {
    PrimaryKey key = table.primaryKey();
    Table without =
        table.withConstraints(
            table.constraints().stream().filter(each -> !(each instanceof PrimaryKey)).toList());
    return key != null && dice.one(3) ? without : Schemas.with(without, parts.primaryKey(without));
  }

  private Table otherConstraint() {
    List<Constraint> all = new ArrayList<>(table.constraints());
    if (all.isEmpty()) {
      return Schemas.with(table, parts.check(table, model));
    }
    int at = dice.between(0, all.size() - 1);
    Constraint old = all.remove(at);
    if (dice.one(2)) {
      Constraint other = dice.one(3) ? renamed(old) : successor(old);
      if (other != null) {
        all.add(at, other);
      }
    }
    return table.withConstraints(all);
  }

  private Constraint renamed(Constraint constraint) {
    return constraint.withName(names.part("re"));
  }

  /** Another constraint of the same kind under the same name. */
  private @Nullable Constraint successor(Constraint old) {
    Constraint other =
        old instanceof Check
            ? parts.check(table, model)
            : old instanceof Unique
                ? parts.unique(table)
                : old instanceof ForeignKey key
                    ? key.withActions(dice.of(ReferentialAction.values()), key.onUpdate())
                    : null;
    return other == null ? null : other.withName(old.name());
  }

  private Table otherIndex() {
    List<Index> all = new ArrayList<>(table.indexes());
    Index other = parts.index(table);
    if (all.isEmpty() || dice.one(3)) {
      return other == null ? table : Schemas.withIndex(table, other);
    }
    int at = dice.between(0, all.size() - 1);
    Index old = all.remove(at);
    if (dice.one(3)) {
      all.add(at, old.withName(names.part("re")));
    } else if (dice.one(2) && other != null) {
      all.add(at, other.withName(old.name()));
    }
    return table.withIndexes(all);
  }
}
