package dev.limbeck.dialect.sqlite;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
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
import dev.limbeck.operation.TableEvolver;
import dev.limbeck.operation.TableObjects;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alterations that SQLite does to a table as it stands, in the versions that Limbeck supports.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
final class InPlaceChange {
  private final SqliteRenderer sql;
  private final SqliteProjection projection;
  private final StoredAttachments attachments;
  private Table table;

  /**
   * @param table the table before the alterations, projected but for its columns
   */
  InPlaceChange(
      SqliteRenderer sql, SqliteProjection projection, Table table, StoredAttachments attachments) {
    this.sql = sql;
    this.projection = projection;
    this.table = table;
    this.attachments = attachments;
  }

  /** The statements that do all the alterations, or null where one of them takes a rebuild. */
  @Nullable List<String> tried(List<TableAlteration> alterations) {
    List<String> statements = new ArrayList<>();
    for (TableAlteration alteration : alterations) {
      TableEvolver evolver = new TableEvolver(table);
      evolver.apply(alteration);
      Table after = evolver.table();
      if (!projection.table(after).equals(projection.table(table))) {
        List<String> own = alteration.accept(new Statements(projection.written(after)));
        if (own == null) {
          return null;
        }
        statements.addAll(own);
      }
      table = after;
    }
    return statements;
  }

  /** The statements of an alteration that changes something; null for a rebuild. */
  private final class Statements implements TableAlteration.Visitor<@Nullable List<String>> {
    private final Table after;

    Statements(Table after) {
      this.after = after;
    }

    @Override
    public @Nullable List<String> addColumn(AddColumn alteration) {
      Column column = requireNonNull(after.column(alteration.column().name()));
      boolean filled = alteration.fill() != null;
      if (!canBeAdded(column) || filled && !attachments.triggers().isEmpty()) {
        return null;
      }
      List<String> statements = new ArrayList<>();
      statements.add(alter("ADD COLUMN " + sql.columnDefinition(after, column)));
      if (filled) {
        statements.add(
            "UPDATE "
                + sql.name(table.name())
                + " SET "
                + sql.name(column.name())
                + " = "
                + sql.expression(alteration.fill()));
      }
      return statements;
    }

    @Override
    public @Nullable List<String> dropColumn(DropColumn alteration) {
      return attachments.triggers().isEmpty() && !isUsed(alteration.name()) && hasRows(after)
          ? List.of(alter("DROP COLUMN " + sql.name(alteration.name())))
          : null;
    }

    @Override
    public @Nullable List<String> renameColumn(RenameColumn alteration) {
      return isKeyInUnique(alteration.from()) ? null : List.of(renaming(alteration));
    }

    @Override
    public @Nullable List<String> alterColumn(AlterColumn alteration) {
      return null;
    }

    @Override
    public @Nullable List<String> addConstraint(AddConstraint alteration) {
      return null;
    }

    @Override
    public @Nullable List<String> dropConstraint(DropConstraint alteration) {
      return null;
    }

    @Override
    public @Nullable List<String> renameConstraint(RenameConstraint alteration) {
      return null;
    }

    @Override
    public @Nullable List<String> alterCheck(AlterCheck alteration) {
      return null;
    }

    @Override
    public List<String> addIndex(AddIndex alteration) {
      return List.of(sql.createIndex(table.name(), alteration.index()));
    }

    @Override
    public List<String> dropIndex(DropIndex alteration) {
      return List.of(drop(requireNonNull(TableObjects.find(table, alteration))));
    }

    @Override
    public List<String> renameIndex(RenameIndex alteration) {
      Index index =
          requireNonNull(TableObjects.find(table, new DropIndex(alteration.from(), null)));
      return List.of(drop(index), sql.createIndex(table.name(), index.withName(alteration.to())));
    }

    @Override
    public List<String> alterComment(AlterComment alteration) {
      return List.of();
    }

    private String drop(Index index) {
      return sql.dropIndex(table.name(), requireNonNull(index.name(), "stored indexes have names"));
    }
  }

  /**
   * True for a key in a unique constraint, which SQLite cannot rename where the two stand in the
   * wrong order; a rebuilt table has them in the right one.
   */
  private boolean isKeyInUnique(Identifier column) {
    PrimaryKey key = table.primaryKey();
    return key != null
        && key.columns().equals(List.of(column))
        && table.constraints().stream()
            .anyMatch(each -> each instanceof Unique && each.columns().contains(column));
  }

  private String renaming(RenameColumn rename) {
    return alter("RENAME COLUMN " + sql.name(rename.from()) + " TO " + sql.name(rename.to()));
  }

  private String alter(String change) {
    return "ALTER TABLE " + sql.name(table.name()) + " " + change;
  }

  private boolean canBeAdded(Column column) {
    SqlExpression value = column.defaultValue();
    if (column.generation() instanceof Generation.Computed computed) {
      return !computed.stored() && column.nullable();
    }
    return column.generation() == null
        && (value == null || sql.isConstant(value))
        && (column.nullable() || value != null && !sql.isNull(value));
  }

  /** True where a row is left: SQLite keeps at least one column that is not computed. */
  private static boolean hasRows(Table table) {
    return table.columns().stream()
        .anyMatch(column -> !(column.generation() instanceof Generation.Computed));
  }

  /** True where something of the table speaks of the column. */
  private boolean isUsed(Identifier column) {
    return table.constraints().stream().anyMatch(constraint -> uses(constraint, column))
        || table.indexes().stream().anyMatch(index -> uses(index, column))
        || table.columns().stream()
            .anyMatch(
                other ->
                    other.generation() instanceof Generation.Computed computed
                        && mentions(computed.expression(), column));
  }

  private boolean uses(Constraint constraint, Identifier column) {
    return constraint.columns().contains(column)
        || constraint instanceof Check check
            && check.condition() instanceof CheckCondition.Sql condition
            && mentions(condition.expression(), column);
  }

  private boolean uses(Index index, Identifier column) {
    return index.columns().contains(column)
        || index.where() != null && mentions(index.where(), column)
        || index.parts().stream()
            .map(IndexPart::expression)
            .anyMatch(expression -> expression != null && mentions(expression, column));
  }

  private boolean mentions(SqlExpression expression, Identifier column) {
    return SqlTokenizer.code(sql.expression(expression)).stream()
        .filter(token -> token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED)
        .anyMatch(token -> column.text().equalsIgnoreCase(token.value()));
  }
}
