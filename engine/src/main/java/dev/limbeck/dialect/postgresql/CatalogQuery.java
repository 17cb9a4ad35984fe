package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries on the catalog that see what a scope names and nothing else, and reads names as the
 * model has them: without the schema where it is the connection's default one.
 */
final class CatalogQuery {

  /** Takes one row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * The tables of the scope as {@code t(oid, schema, name)}: ordinary and partitioned ones, but no
   * partitions, none of an extension, none that is temporary.
   */
  private static final String TABLES =
      """
      WITH t AS MATERIALIZED (
        SELECT c.oid, n.nspname AS schema, c.relname AS name
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
          AND n.nspname = ANY (%1$s)
          AND (%2$s::text[] IS NULL OR (n.nspname::text, c.relname::text) IN
            (SELECT * FROM unnest(%3$s::text[], %2$s::text[])))
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_depend d
            WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
              AND d.deptype = 'e'))
      """;

  /**
   * The default schema, and whether there is anything of these names, in whatever schema: one round
   * trip, and far less work than {@link #TABLES}, which of new tables has nothing to tell.
   */
  private static final String GLANCE =
      """
      SELECT pg_catalog.current_schema(),
        EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = ANY (?::text[]))
      """;

  private final Connection connection;
  private final @Nullable String defaultSchema;
  private final boolean anyOfTheNames;
  private final Set<String> schemas = new TreeSet<>();
  private final @Nullable Set<QualifiedName> tables;

  CatalogQuery(Connection connection, CatalogScope scope) throws SQLException {
    this.connection = connection;
    this.tables = scope.tables();
    if (tables == null) {
      this.defaultSchema = defaultSchema(connection);
      this.anyOfTheNames = true;
    } else {
      try (PreparedStatement statement = connection.prepareStatement(GLANCE)) {
        statement.setArray(1, array(tables.stream().map(table -> table.name().key()).toList()));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          this.defaultSchema = row.getString(1);
          this.anyOfTheNames = row.getBoolean(2);
        }
      }
    }
    if (defaultSchema != null) {
      schemas.add(defaultSchema);
    }
    scope.schemas().forEach(schema -> schemas.add(schema.key()));
  }

  static @Nullable String defaultSchema(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT pg_catalog.current_schema()");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** True where the server is of this version or newer. */
  boolean isVersion(int major) throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion() >= major;
  }

  /** The name as the model has it. */
  QualifiedName name(String schema, String name) {
    return new QualifiedName(
        schema.equals(defaultSchema) ? null : Identifier.stored(schema), Identifier.stored(name));
  }

  /** Runs a query on the tables of the scope, which it calls {@code t(oid, schema, name)}. */
  void onTables(String select, RowReader reader) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(onTables("?", "?", "?", select))) {
      statement.setArray(1, array(List.copyOf(schemas)));
      if (tables == null) {
        for (int i = 2; i <= 4; i++) {
          statement.setNull(i, Types.ARRAY);
        }
      } else {
        Array names = array(tables.stream().map(table -> table.name().key()).toList());
        statement.setArray(2, names);
        statement.setArray(
            3, array(tables.stream().map(table -> schema(table, defaultSchema)).toList()));
        statement.setArray(4, names);
      }
      read(statement, reader);
    }
  }

  /** True where the scope has tables that are there. */
  boolean hasTables() throws SQLException {
    if (!anyOfTheNames) {
      return false;
    }
    boolean[] found = new boolean[1];
    onTables("SELECT EXISTS (SELECT FROM t)", row -> found[0] = row.getBoolean(1));
    return found[0];
  }

  /** The connection's default schema. */
  @Nullable String defaultSchema() {
    return defaultSchema;
  }

  /** The schema that a table is in; empty where there is none. */
  static String schema(QualifiedName table, @Nullable String defaultSchema) {
    return table.schema() != null
        ? table.schema().key()
        : defaultSchema == null ? "" : defaultSchema;
  }

  /**
   * A query on the tables of a scope, which it calls {@code t(oid, schema, name)}.
   *
   * @param schemas the schemas, as an SQL array
   * @param names the names of the only tables, as an SQL array, or null for all
   * @param schemasOfNames the schemas of the only tables
   */
  static String onTables(String schemas, String names, String schemasOfNames, String select) {
    return TABLES.formatted(schemas, names, schemasOfNames) + select;
  }

  /** Runs a query that takes the names of the schemas as its one parameter. */
  void onSchemas(String select, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setArray(1, array(List.copyOf(schemas)));
      read(statement, reader);
    }
  }

  /** Runs a query that takes the names of the schemas, and then those of some objects in them. */
  void onSchemas(String select, List<String> names, RowReader reader) throws SQLException {
    on(select, List.of(List.copyOf(schemas), names), reader);
  }

  /** Runs a query whose parameters are arrays of texts. */
  void on(String select, List<List<String>> arrays, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      for (int i = 0; i < arrays.size(); i++) {
        statement.setArray(i + 1, array(arrays.get(i)));
      }
      read(statement, reader);
    }
  }

  /** The schema that a name is in. */
  String schemaOf(QualifiedName name) {
    return schema(name, defaultSchema);
  }

  private static void read(PreparedStatement statement, RowReader reader) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private Array array(List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  /** The names in an array of the row; empty where it is null. */
  static List<Identifier> identifiers(ResultSet row, String column) throws SQLException {
    return texts(row, column).stream().map(Identifier::stored).toList();
  }

  /** The texts in an array of the row; empty where it is null. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
