package dev.limbeck.dialect.sqlite;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.CatalogReader;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.CatalogStructure;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's catalog in two statements: the stored DDL, which says more than the pragmas do
 * (names, checks, expressions, deferral), and the tables as SQLite understood them, against which
 * the reading of the DDL is held.
 *
 * <p>Only the main database is read; virtual tables and the tables that serve them are not seen. A
 * table of one column {@code next_val bigint} is the emulation of a sequence where the scope knows
 * a sequence of its name.
 */
final class SqliteCatalog implements CatalogReader {
  private static final String STATEMENTS =
      """
      SELECT s.type, s.name, s.tbl_name, s.sql
        FROM main.sqlite_schema s
       WHERE s.type IN ('table', 'index') AND s.sql IS NOT NULL
         AND s.tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND s.tbl_name IN
             (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table')
       ORDER BY s.rowid
      """;

  private static final String UNSTATED =
      """
      SELECT l.type, s.type = 'trigger' AS of_table, s.name, s.tbl_name
        FROM main.sqlite_schema s
        LEFT JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.tbl_name
       WHERE s.type = 'trigger' OR l.type IN ('view', 'virtual')
       ORDER BY 1, 4, 3
      """;

  private final SqliteIdentifiers identifiers;
  private final SqliteTypes types;
  private final SqliteProjection projection;

  SqliteCatalog(SqliteIdentifiers identifiers, SqliteTypes types, SqliteProjection projection) {
    this.identifiers = identifiers;
    this.types = types;
    this.projection = projection;
  }

  @Override
  public @Nullable String defaultSchema(Connection connection) {
    return null;
  }

  @Override
  public DatabaseModel read(Connection connection, CatalogScope scope) throws SQLException {
    return complete(
        connection,
        scope,
        CatalogStructure.read(connection, identifiers, null, scope, new SqliteViews(types)));
  }

  @Override
  public DatabaseModel complete(Connection connection, CatalogScope scope, DatabaseModel structure)
      throws SQLException {
    Map<Identifier, StoredTable> stored = new LinkedHashMap<>();
    Map<Identifier, List<String>> indexes = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(STATEMENTS)) {
      while (rows.next()) {
        Identifier table = Identifier.of(rows.getString(3));
        if (rows.getString(1).equals("table")) {
          stored.put(table, parsed(table, rows.getString(4)));
        } else {
          indexes.computeIfAbsent(table, key -> new ArrayList<>()).add(rows.getString(4));
        }
      }
    }
    Set<Identifier> hidden = names(scope.hidden());
    stored.forEach(
        (name, table) -> {
          if (!hidden.contains(name)) {
            verify(name, table, structure.table(QualifiedName.of(name)));
          }
        });
    return model(stored, indexes, scope);
  }

  @Override
  public List<CatalogRow> rows(Connection connection, CatalogScope scope) throws SQLException {
    Set<QualifiedName> tables = scope.tables();
    return SqliteRows.read(connection, tables == null ? null : names(tables));
  }

  @Override
  public List<Beyond> beyond(Connection connection, CatalogScope scope) throws SQLException {
    List<Beyond> facts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(STATEMENTS)) {
      while (rows.next()) {
        if (rows.getString(1).equals("table")) {
          Identifier table = Identifier.of(rows.getString(3));
          parsed(table, rows.getString(4))
              .beyond()
              .forEach(fact -> facts.add(new Beyond(QualifiedName.of(table), fact, null)));
        }
      }
    }
    return facts;
  }

  @Override
  public List<Unstated> unstated(Connection connection, CatalogScope scope) throws SQLException {
    List<Unstated> facts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(UNSTATED)) {
      while (rows.next()) {
        String kind = rows.getString(1).equals("virtual") ? "virtual table" : rows.getString(1);
        facts.add(
            new Unstated(
                kind,
                QualifiedName.of(Identifier.of(rows.getString(4))),
                rows.getBoolean(2) ? "trigger " + rows.getString(3) : null));
      }
    }
    return facts;
  }

  private DatabaseModel model(
      Map<Identifier, StoredTable> stored,
      Map<Identifier, List<String>> indexes,
      CatalogScope scope) {
    Set<Identifier> sequenceNames = names(scope.sequenceNames());
    Set<Identifier> hidden = names(scope.hidden());
    Set<Identifier> wanted = scope.tables() == null ? null : names(scope.tables());
    StoredTableReader reader = new StoredTableReader(types, stored);
    List<Table> tables = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    stored.forEach(
        (name, table) -> {
          List<String> own = indexes.getOrDefault(name, List.of());
          if (hidden.contains(name)) {
            return;
          }
          if (sequenceNames.contains(name) && own.isEmpty() && EmulatedSequence.isOne(table)) {
            sequences.add(Sequence.of(QualifiedName.of(name), 1, 1));
          } else if (wanted == null || wanted.contains(name)) {
            tables.add(reader.table(name, table, own));
          }
        });
    return projection.model(new DatabaseModel(List.of(), tables, sequences, List.of()));
  }

  private Set<Identifier> names(Set<QualifiedName> names) {
    Set<Identifier> projected = new HashSet<>();
    names.forEach(name -> projected.add(projection.name(name).name()));
    return projected;
  }

  private static StoredTable parsed(Identifier table, String sql) {
    try {
      return TableDdlParser.parse(sql);
    } catch (UnreadableDdlException e) {
      throw unreadable(table, e.getMessage(), e);
    }
  }

  private static void verify(Identifier name, StoredTable table, @Nullable Table seen) {
    List<Identifier> columns =
        seen == null ? List.of() : seen.columns().stream().map(Column::name).toList();
    List<Identifier> read = table.columns().stream().map(StoredTable.Column::name).toList();
    if (!read.equals(columns)) {
      throw unreadable(name, "SQLite has the columns " + columns + ", read were " + read, null);
    }
  }

  static LimbeckException unreadable(
      Identifier table, @Nullable String finding, @Nullable Throwable cause) {
    return new LimbeckException(
        "LMB-420",
        "The stored definition of the table "
            + table
            + " cannot be read: "
            + finding
            + "\n  See `SELECT sql FROM sqlite_schema WHERE tbl_name = '"
            + table.text()
            + "'`; please report the statement.",
        cause);
  }
}
