package dev.limbeck.diff;

import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import dev.limbeck.operation.TableObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes one table of another, in an order that runs: first what stands in the way is
 * dropped, then columns change, then what stands on the new columns is added.
 */
final class TableDiffer {
  private final SchemaNames names;

  TableDiffer(SchemaNames names) {
    this.names = names;
  }

  /**
   * The alterations from one table to another of the same name; empty where there is no difference.
   */
  List<TableAlteration> alterations(Table from, Table to) {
    List<TableAlteration> drops = new ArrayList<>();
    List<TableAlteration> renames = new ArrayList<>();
    List<TableAlteration> adds = new ArrayList<>();
    List<Identifier> retyped = retyped(from, to);
    constraints(from, to, retyped)
        .alterations(from.constraints(), to.constraints(), drops, renames, adds);
    indexes(to, retyped).alterations(from.indexes(), to.indexes(), drops, renames, adds);
    List<TableAlteration> all = new ArrayList<>(drops);
    all.addAll(renames);
    columns(from, to, retyped, all);
    all.addAll(adds);
    Changed<String> comment = Changed.between(from.comment(), to.comment());
    if (comment != null) {
      all.add(new AlterComment(comment));
    }
    return all;
  }

  /**
   * What changes of the columns. A formula goes before what it is over, and comes after it: where
   * it changes as well, what it was over goes last.
   */
  private static void columns(
      Table from, Table to, List<Identifier> retyped, List<TableAlteration> all) {
    List<TableAlteration> released = new ArrayList<>();
    List<TableAlteration> plain = new ArrayList<>();
    List<TableAlteration> computed = new ArrayList<>();
    List<TableAlteration> last = new ArrayList<>();
    for (Column column : from.columns()) {
      if (to.column(column.name()) == null) {
        boolean first = column.generation() instanceof Computed;
        (first ? released : isUnderFormula(column, from, to) ? last : plain)
            .add(new DropColumn(column.name(), column));
      }
    }
    for (Column column : to.columns()) {
      Column before = from.column(column.name());
      if (before == null) {
        (column.generation() instanceof Computed ? computed : plain)
            .add(new AddColumn(column, null));
      } else {
        Column between = before;
        if (losesFormula(before, retyped)) {
          between = before.withGeneration(null);
          add(released, before, between);
        }
        boolean formula = !Objects.equals(between.generation(), column.generation());
        add(formula && column.generation() instanceof Computed ? computed : plain, between, column);
      }
    }
    all.addAll(released);
    all.addAll(plain);
    all.addAll(computed);
    all.addAll(last);
  }

  private static void add(List<TableAlteration> all, Column from, Column to) {
    AlterColumn change = AlterColumn.between(from, to);
    if (change != null) {
      all.add(change);
    }
  }

  /**
   * True for a formula over a column that gets another type: it goes before that and is made anew.
   */
  private static boolean losesFormula(Column before, List<Identifier> retyped) {
    return before.generation() instanceof Computed old
        && retyped.stream().anyMatch(name -> TableObjects.speaksOf(old.expression(), name));
  }

  /** True for a column that a formula is over which stays until after it changed. */
  private static boolean isUnderFormula(Column column, Table from, Table to) {
    return from.columns().stream()
        .filter(other -> to.column(other.name()) != null)
        .anyMatch(
            other ->
                other.generation() instanceof Computed computed
                    && TableObjects.speaksOf(computed.expression(), column.name()));
  }

  /**
   * The columns that get a type of another kind. SQL on them has to be read anew with that type: a
   * database that keeps casts in it would keep those of the old one, in both directions.
   */
  private static List<Identifier> retyped(Table from, Table to) {
    return to.columns().stream()
        .filter(
            column -> {
              Column before = from.column(column.name());
              return before != null && !sameKind(before.type(), column.type());
            })
        .map(Column::name)
        .toList();
  }

  private static boolean sameKind(ColumnType one, ColumnType other) {
    return one.equals(other)
        || one instanceof ScalarType a && other instanceof ScalarType b && a.kind() == b.kind();
  }

  /**
   * The change of a check, where the column that it is of stays as it is; of a check in SQL only
   * where all columns do.
   */
  private static @Nullable TableAlteration changed(
      Table fromTable, Table toTable, Constraint from, Constraint to) {
    if (!(from instanceof Check before && to instanceof Check after)
        || before.condition().getClass() != after.condition().getClass()) {
      return null;
    }
    List<Identifier> columns = after.columns();
    boolean same =
        columns.isEmpty()
            ? fromTable.columns().equals(toTable.columns())
                && (before.name() != null && before.name().equals(after.name())
                    || after.name() == null && isAlone(fromTable, toTable, before, after))
            : before.columns().equals(columns)
                && columns.stream().allMatch(name -> sameType(fromTable, toTable, name));
    return same
        ? new AlterCheck(
            after.name() == null ? before.name() : after.name(),
            new Changed<>(before.condition(), after.condition()),
            Map.of())
        : null;
  }

  /**
   * True where no other checks in SQL go or come, so that the one is another state of the other.
   */
  private static boolean isAlone(Table fromTable, Table toTable, Check from, Check to) {
    return ofSqlBeside(fromTable, toTable).equals(List.of(from))
        && ofSqlBeside(toTable, fromTable).equals(List.of(to));
  }

  private static List<Constraint> ofSqlBeside(Table table, Table other) {
    return table.constraints().stream()
        .filter(each -> each instanceof Check check && check.columns().isEmpty())
        .filter(
            each ->
                other.constraints().stream()
                    .noneMatch(theirs -> ConstraintMatching.same(each, theirs)))
        .toList();
  }

  private static boolean sameType(Table fromTable, Table toTable, Identifier name) {
    Column from = fromTable.column(name);
    Column to = toTable.column(name);
    return from != null && to != null && from.type().equals(to.type());
  }

  private PartDiffer<Constraint> constraints(Table from, Table table, List<Identifier> retyped) {
    return new PartDiffer<>(
        Constraint::name,
        (constraint, released) -> names.named(table.name(), constraint, released),
        (before, after) ->
            ConstraintMatching.same(before, after)
                && retyped.stream().noneMatch(name -> TableObjects.isSqlOn(after, name)),
        DropConstraint::of,
        RenameConstraint::new,
        AddConstraint::new,
        (before, after) -> changed(from, table, before, after));
  }

  private PartDiffer<Index> indexes(Table table, List<Identifier> retyped) {
    return new PartDiffer<>(
        Index::name,
        (index, released) -> names.named(table.name(), index, released),
        (before, after) ->
            ConstraintMatching.same(before, after)
                && retyped.stream().noneMatch(name -> TableObjects.isSqlOn(after, name)),
        DropIndex::of,
        RenameIndex::new,
        AddIndex::new,
        (before, after) -> null);
  }
}
