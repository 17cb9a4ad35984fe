package dev.limbeck.dialect.sqlite;

import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.ScriptForm;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Scripts for {@code sqlite3}. SQLite can raise an error from plain SQL only through a constraint;
 * so what has to hold is inserted into a temporary table whose checks have messages for names.
 *
 * <p>Foreign keys are off throughout, for the reason that {@link SqliteDeployment} says; what a
 * revision breaks meanwhile is found before it is committed.
 */
final class SqliteScript implements ScriptForm {
  private static final String BROKEN = "temp.limbeck_broken";
  private static final String VIOLATIONS =
      "SELECT \"table\", rowid, parent, fkid FROM pragma_foreign_key_check";

  private final SqliteRenderer sql;

  SqliteScript(SqliteRenderer sql) {
    this.sql = sql;
  }

  @Override
  public String usage() {
    return "sqlite3 DATABASE < SCRIPT";
  }

  @Override
  public List<String> clientSettings() {
    return List.of(".bail on", ".timeout 30000");
  }

  @Override
  public List<String> opening() {
    return List.of(
        "PRAGMA foreign_keys = OFF",
        "PRAGMA legacy_alter_table = OFF",
        "DROP TABLE IF EXISTS temp.limbeck_expects",
        """
        CREATE TEMP TABLE limbeck_expects (
          version_rows INTEGER CONSTRAINT "the version table has other rows than this script expects here" CHECK (version_rows),
          one_row INTEGER CONSTRAINT "a change of the version rows did not match exactly one" CHECK (one_row),
          nothing_unknown INTEGER CONSTRAINT "a table to be rebuilt has columns, indexes or triggers that this script does not know" CHECK (nothing_unknown),
          whole_keys INTEGER CONSTRAINT "the revision leaves rows whose foreign keys lead nowhere" CHECK (whole_keys)
        )""",
        "DROP TABLE IF EXISTS " + BROKEN,
        "CREATE TEMP TABLE limbeck_broken (child, child_row, parent, foreign_key)");
  }

  /** What foreign keys were before cannot be asked here: on is the safe side. */
  @Override
  public List<String> closing() {
    return List.of(
        "DROP TABLE temp.limbeck_expects", "DROP TABLE " + BROKEN, "PRAGMA foreign_keys = ON");
  }

  /** With the right to write from the beginning, so that nothing changes after it was looked at. */
  @Override
  public String now() {
    return "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')";
  }

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public List<String> expectRows(
      QualifiedName versionTable, List<String> rows, List<String> others) {
    String count = "(SELECT count(*) FROM " + sql.name(versionTable);
    String all =
        others.isEmpty()
            ? count + ")"
            : count + " WHERE version_num NOT IN " + literals(others.stream().sorted()) + ")";
    String condition =
        rows.isEmpty()
            ? all + " = 0"
            : all
                + " = "
                + rows.size()
                + "\n  AND "
                + count
                + " WHERE version_num IN "
                + literals(rows.stream().sorted())
                + ") = "
                + rows.size();
    return List.of(expect("version_rows", condition));
  }

  @Override
  public List<String> changeOneRow(String change) {
    return List.of(change, expect("one_row", "changes() = 1"));
  }

  @Override
  public List<String> beforeChanges() {
    return List.of("DELETE FROM " + BROKEN, "INSERT INTO " + BROKEN + " " + VIOLATIONS);
  }

  @Override
  public List<String> afterChanges() {
    return List.of(
        expect(
            "whole_keys",
            "NOT EXISTS (" + VIOLATIONS + "\n  EXCEPT SELECT * FROM " + BROKEN + ")"));
  }

  /**
   * A rebuild makes the table as the script knows it, so that anything else of it would be gone.
   */
  @Override
  public List<String> expectKnown(
      Operation operation, List<String> statements, DatabaseModel before) {
    if (!(operation instanceof AlterTable alter) || !TableRebuild.isAmong(statements)) {
      return List.of();
    }
    Table table = before.table(alter.table());
    if (table == null) {
      return List.of();
    }
    String name = sql.literal(table.name().name().text());
    String columns = literals(table.columns().stream().map(column -> column.name().text()));
    String indexes =
        literals(
            table.indexes().stream()
                .map(Index::name)
                .filter(Objects::nonNull)
                .map(index -> index.text()));
    return List.of(
        expect(
            "nothing_unknown",
            """
            NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(%s, 'main')
                WHERE name COLLATE NOCASE NOT IN %s)
              AND NOT EXISTS (SELECT 1 FROM main.sqlite_schema
                WHERE tbl_name = %s COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
                  AND name COLLATE NOCASE NOT IN %s)"""
                .formatted(name, columns, name, indexes)));
  }

  private static String expect(String what, String condition) {
    return "INSERT INTO temp.limbeck_expects (" + what + ") SELECT " + condition;
  }

  private String literals(Stream<String> texts) {
    return texts.map(sql::literal).collect(joining(", ", "(", ")"));
  }
}
