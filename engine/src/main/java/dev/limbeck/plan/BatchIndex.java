package dev.limbeck.plan;

import dev.limbeck.dialect.Projection;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.ChangeInBatches;
import org.jspecify.annotations.Nullable;

/** The index by which a change in batches finds its parts. */
public final class BatchIndex {
  private BatchIndex() {}

  /**
   * What somebody should know where there is no such index.
   *
   * @param schema the schema before the change, in the terms of the database; at least its table
   * @return null where there is one, and where the column is not known
   */
  public static @Nullable Notice lacking(
      ChangeInBatches change, Projection projection, DatabaseModel schema) {
    Table table = schema.table(projection.name(change.table()));
    Identifier key = projection.name(change.key());
    if (table == null || table.column(key) == null || isServed(table, key)) {
      return null;
    }
    return new Notice(
        Notice.Level.COSTLY,
        "batches(\""
            + change.description()
            + "\") goes by "
            + table.name()
            + "."
            + key
            + ", and no index begins with that column: each part reads the whole table. Create one"
            + " before, or go by the primary key.");
  }

  private static boolean isServed(Table table, Identifier key) {
    return table.constraints().stream()
            .filter(each -> each instanceof PrimaryKey || each instanceof Unique)
            .anyMatch(each -> each.columns().get(0).equals(key))
        || table.indexes().stream().anyMatch(index -> serves(index, key));
  }

  /** One that holds all rows in the order of the column, whichever way. */
  private static boolean serves(Index index, Identifier key) {
    IndexPart first = index.parts().get(0);
    return index.method() == null
        && index.where() == null
        && key.equals(first.column())
        && first.nulls() == null
        && first.collation() == null
        && first.operatorClass() == null;
  }
}
