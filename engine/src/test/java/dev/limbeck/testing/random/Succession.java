package dev.limbeck.testing.random;

import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import java.util.List;
import java.util.Objects;

/**
 * A schema and one that follows it.
 *
 * @param before the schema before
 * @param after the schema afterwards
 * @param lineage what became of the tables and columns
 * @param seed makes rows that fit, the same for the same number
 */
public record Succession(DatabaseModel before, DatabaseModel after, Lineage lineage, long seed) {
  /** Without options of tables that stay and lose them, which is no change that is found. */
  Succession withSameOptions() {
    DatabaseModel earlier = before;
    DatabaseModel later = after;
    for (Table table : before.tables()) {
      QualifiedName name = lineage.after(table.name());
      Table successor = name == null ? null : after.table(name);
      if (successor != null && !Objects.equals(successor.options(), table.options())) {
        earlier = earlier.replacing(table.name(), table.withOptions(null));
        later = later.replacing(successor.name(), successor.withOptions(null));
      }
    }
    return new Succession(earlier, later, lineage, seed);
  }

  /**
   * Without collations of index parts on columns that get another collation: a database does not
   * show whether an index was said to have the one that its column has.
   */
  Succession withSettledCollations() {
    DatabaseModel earlier = before;
    DatabaseModel later = after;
    for (Table table : before.tables()) {
      QualifiedName name = lineage.after(table.name());
      Table successor = name == null ? null : after.table(name);
      for (Column column : table.columns()) {
        Identifier moved = lineage.after(table.name(), column.name());
        Column other = successor == null || moved == null ? null : successor.column(moved);
        if (other != null && !Objects.equals(column.collation(), other.collation())) {
          earlier = withoutCollation(earlier, table.name(), column.name());
          later = withoutCollation(later, successor.name(), other.name());
        }
      }
    }
    return new Succession(Sound.of(earlier), Sound.of(later), lineage, seed);
  }

  private static DatabaseModel withoutCollation(
      DatabaseModel model, QualifiedName name, Identifier column) {
    Table table = Objects.requireNonNull(model.table(name));
    return model.replacing(
        name,
        table.withIndexes(
            table.indexes().stream()
                .map(
                    index ->
                        index.withParts(
                            index.parts().stream()
                                .map(part -> column.equals(part.column()) ? plain(part) : part)
                                .toList()))
                .toList()));
  }

  private static IndexPart plain(IndexPart part) {
    return new IndexPart(
        part.column(), null, part.descending(), part.nulls(), null, part.operatorClass());
  }

  /** Without identities that are no keys, which are plain columns on SQLite. */
  Succession withIdentitiesInKeys() {
    return new Succession(inKeys(before), inKeys(after), lineage, seed);
  }

  private static DatabaseModel inKeys(DatabaseModel model) {
    return model.withTables(
        model.tables().stream()
            .map(
                table ->
                    table.withColumns(
                        table.columns().stream()
                            .map(
                                column ->
                                    column.generation() instanceof Generation.Identity
                                            && !isKey(table, column)
                                        ? column.withGeneration(null)
                                        : column)
                            .toList()))
            .toList());
  }

  /**
   * With plain integers where a key of SQLite comes or goes: of what type its only column was is
   * not shown.
   */
  Succession withShownKeys() {
    DatabaseModel earlier = before;
    DatabaseModel later = after;
    for (Table table : before.tables()) {
      QualifiedName name = lineage.after(table.name());
      Table successor = name == null ? null : after.table(name);
      for (Column column : table.columns()) {
        Identifier moved = lineage.after(table.name(), column.name());
        Column other = successor == null || moved == null ? null : successor.column(moved);
        if (other != null
            && (isKey(table, column) || isKey(successor, other))
            && !(isKey(table, column)
                && isKey(successor, other)
                && Objects.equals(column.generation(), other.generation()))) {
          earlier = retyped(earlier, table.name(), column.name());
          later = retyped(later, successor.name(), other.name());
        }
      }
    }
    return new Succession(Sound.of(earlier), Sound.of(later), lineage, seed);
  }

  private static boolean isKey(Table table, Column column) {
    PrimaryKey key = table.primaryKey();
    return key != null
        && key.columns().equals(List.of(column.name()))
        && Family.of(column.type()) == Family.WHOLE;
  }

  private static DatabaseModel retyped(
      DatabaseModel model, QualifiedName name, Identifier columnName) {
    Table table = Objects.requireNonNull(model.table(name));
    return model.replacing(
        name,
        table.withColumns(
            table.columns().stream()
                .map(
                    column ->
                        column.name().equals(columnName) && Family.of(column.type()) == Family.WHOLE
                            ? column.withType(Types.integer())
                            : column)
                .toList()));
  }

  /** The way back. */
  public Succession reversed() {
    return new Succession(after, before, lineage.reversed(), seed);
  }

  @Override
  public String toString() {
    return "seed "
        + seed
        + "\n  before "
        + Shown.of(before)
        + "\n  after "
        + Shown.of(after)
        + "\n  renamed "
        + Shown.renames(lineage);
  }
}
