package dev.limbeck.dialect.sqlite;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.Remap;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
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
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which value each column of a rebuilt table gets. Follows the alterations, then writes the copy.
 *
 * <p>A value whose column gets another type is converted where SQLite does not by itself what is
 * meant: bytes to text and text to bytes. Texts and numbers it converts as it writes them, and
 * keeps what is not a number as it is; a {@code CAST} would make a zero of it.
 */
final class RowCopy implements TableAlteration.Visitor<@Nullable Void> {

  private final SqliteRenderer sql;
  private final Table before;

  /**
   * By the name that a column has before the renames: its value, an expression on the old table.
   */
  private final Map<Identifier, String> values = new HashMap<>();

  private final Map<Identifier, Affinity> affinities = new HashMap<>();
  private final Map<Identifier, Identifier> oldNames = new LinkedHashMap<>();

  /**
   * @param before the old table
   */
  RowCopy(SqliteRenderer sql, Table before) {
    this.sql = sql;
    this.before = before;
    for (Column column : before.columns()) {
      values.put(column.name(), sql.name(column.name()));
      affinities.put(column.name(), affinity(column.type()));
    }
  }

  /**
   * The statement that copies the rows.
   *
   * @param target the new table, its columns under the names that they have before the renames
   */
  String statement(Table target) {
    List<Identifier> columns =
        target.columns().stream()
            .filter(column -> !(column.generation() instanceof Generation.Computed))
            .map(Column::name)
            .toList();
    return "INSERT INTO "
        + sql.name(target.name())
        + " "
        + sql.names(columns)
        + " SELECT "
        + columns.stream().map(values::get).collect(joining(", "))
        + " FROM "
        + rows();
  }

  /** The old table, with renamed columns under their new names as well: either may be meant. */
  private String rows() {
    String table = sql.name(before.name());
    String renamed =
        oldNames.entrySet().stream()
            .filter(rename -> before.column(rename.getKey()) == null)
            .filter(rename -> before.column(rename.getValue()) != null)
            .map(rename -> ", " + sql.name(rename.getValue()) + " AS " + sql.name(rename.getKey()))
            .collect(joining());
    return renamed.isEmpty() ? table : "(SELECT *" + renamed + " FROM " + table + ")";
  }

  private Identifier oldName(Identifier name) {
    return oldNames.getOrDefault(name, name);
  }

  private Affinity affinity(ColumnType type) {
    return Affinity.of(sql.type(type));
  }

  private String enclosed(SqlExpression expression) {
    return "(" + sql.expression(expression) + ")";
  }

  @Override
  public @Nullable Void addColumn(AddColumn alteration) {
    Column column = alteration.column();
    SqlExpression value = alteration.fill() == null ? column.defaultValue() : alteration.fill();
    values.put(column.name(), value == null ? missing(column) : enclosed(value));
    affinities.put(column.name(), affinity(column.type()));
    return null;
  }

  /** An identity numbers the rows, though SQLite itself would only number those of a key. */
  private static String missing(Column column) {
    return column.generation() instanceof Generation.Identity ? "row_number() OVER ()" : "NULL";
  }

  @Override
  public @Nullable Void dropColumn(DropColumn alteration) {
    values.remove(alteration.name());
    return null;
  }

  @Override
  public @Nullable Void renameColumn(RenameColumn alteration) {
    Identifier oldName = oldName(alteration.from());
    oldNames.remove(alteration.from());
    oldNames.put(alteration.to(), oldName);
    return null;
  }

  @Override
  public @Nullable Void alterColumn(AlterColumn change) {
    Identifier name = oldName(change.name());
    String value = requireNonNull(values.get(name), "an altered column is there");
    if (change.type() != null && change.type().to() != null) {
      Affinity to = affinity(change.type().to());
      String converted = to.converted(value, requireNonNull(affinities.put(name, to)));
      converted = UuidCopy.converted(value, converted, change.type().from(), change.type().to());
      converted = WholeCopy.converted(value, converted, change.type().from(), change.type().to());
      value = BooleanCopy.converted(value, converted, change.type().from(), change.type().to());
    }
    if (change.using() != null) {
      value = enclosed(change.using());
    }
    if (change.fill() != null) {
      value = "coalesce(" + value + ", " + sql.expression(change.fill()) + ")";
    }
    values.put(name, value);
    return null;
  }

  @Override
  public @Nullable Void addConstraint(AddConstraint alteration) {
    return null;
  }

  @Override
  public @Nullable Void dropConstraint(DropConstraint alteration) {
    return null;
  }

  @Override
  public @Nullable Void renameConstraint(RenameConstraint alteration) {
    return null;
  }

  /** The value that a remap gives in place of the old one. */
  @Override
  public @Nullable Void alterCheck(AlterCheck alteration) {
    if (!alteration.remaps().isEmpty()) {
      Identifier name = oldName(alteration.to().columns().get(0));
      String value = requireNonNull(values.get(name), "a checked column is there");
      values.put(name, Remap.of(sql, alteration).of(value));
    }
    return null;
  }

  @Override
  public @Nullable Void addIndex(AddIndex alteration) {
    return null;
  }

  @Override
  public @Nullable Void dropIndex(DropIndex alteration) {
    return null;
  }

  @Override
  public @Nullable Void renameIndex(RenameIndex alteration) {
    return null;
  }

  @Override
  public @Nullable Void alterComment(AlterComment alteration) {
    return null;
  }
}
