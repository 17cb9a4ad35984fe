package dev.limbeck.dialect.sqlite;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableEvolver;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a table anew: the new one under another name, the rows copied, the old one dropped, the
 * new one given its name, then indexes and triggers.
 *
 * <p>In this order, and with {@code legacy_alter_table}, SQLite leaves views and the foreign keys
 * of other tables alone, which speak of the table by its name. It has to run while foreign keys are
 * off, or dropping the old table would delete the rows that refer to it.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of Table
 *     Schema Changes</a>
 */
final class TableRebuild {
  private static final String NEW = "_limbeck_new_";
  private static final String BEGINNING = "PRAGMA legacy_alter_table = ON";

  private final SqliteRenderer sql;
  private final SqliteProjection projection;
  private final Table before;
  private final StoredAttachments attachments;

  /**
   * @param before the table as it is, projected but for its columns
   */
  TableRebuild(
      SqliteRenderer sql,
      SqliteProjection projection,
      Table before,
      StoredAttachments attachments) {
    this.sql = sql;
    this.projection = projection;
    this.before = before;
    this.attachments = attachments;
  }

  /** True where statements of Limbeck's rebuild a table. */
  static boolean isAmong(List<String> statements) {
    return statements.contains(BEGINNING);
  }

  /** The statements that do the alterations, renames of columns last. */
  List<String> statements(List<TableAlteration> alterations) {
    List<RenameColumn> renames =
        alterations.stream()
            .filter(RenameColumn.class::isInstance)
            .map(RenameColumn.class::cast)
            .toList();
    TableEvolver evolver = new TableEvolver(before);
    RowCopy copy = new RowCopy(sql, before);
    for (TableAlteration alteration : alterations) {
      evolver.apply(alteration);
      alteration.accept(copy);
    }
    Table rebuilt =
        OwnQualifiers.without(projection.written(withOldNames(evolver.table(), renames)));
    List<String> statements = new ArrayList<>();
    statements.add(BEGINNING);
    Identifier temporary = Identifier.of(NEW + before.name().name().text());
    Table unnamed = rebuilt.withName(QualifiedName.of(temporary));
    statements.add(sql.createTable(unnamed, attachments.comments()));
    statements.add(copy.statement(unnamed));
    if (TableOptions.of(rebuilt.options()).autoIncrement()) {
      statements.addAll(keepCount(temporary));
    }
    statements.add(sql.dropTable(before.name()));
    statements.add("ALTER TABLE " + sql.name(temporary) + " RENAME TO " + sql.name(before.name()));
    for (Index index : rebuilt.indexes()) {
      statements.add(sql.createIndex(before.name(), index));
    }
    statements.addAll(attachments.triggers());
    statements.add("PRAGMA legacy_alter_table = OFF");
    for (RenameColumn rename : renames) {
      statements.add(
          "ALTER TABLE "
              + sql.name(before.name())
              + " RENAME COLUMN "
              + sql.name(rename.from())
              + " TO "
              + sql.name(rename.to()));
    }
    return statements;
  }

  private static Table withOldNames(Table table, List<RenameColumn> renames) {
    TableEvolver evolver = new TableEvolver(table);
    for (int i = renames.size() - 1; i >= 0; i--) {
      evolver.apply(new RenameColumn(renames.get(i).to(), renames.get(i).from()));
    }
    return evolver.table();
  }

  /** The number that the key has reached, which may be above that of any row left. */
  private List<String> keepCount(Identifier temporary) {
    String to = sql.literal(temporary.text());
    String from = sql.literal(before.name().name().text());
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + to,
        "INSERT INTO sqlite_sequence (name, seq) SELECT "
            + to
            + ", seq FROM sqlite_sequence WHERE name = "
            + from);
  }
}
