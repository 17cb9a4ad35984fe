package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ScratchUnavailableException;
import dev.limbeck.sql.SqlText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a database like another one before anything is in it.
 *
 * @param now the server's time, in seconds
 * @param options what follows the name in {@code CREATE DATABASE}
 * @param schema the default schema; null where the search path leads to none
 * @param searchPath the search path
 * @param extensions the schema of each extension
 * @param own what else is there that a scratch database does not get, a line for each kind
 */
record PostgresLikeness(
    long now,
    String options,
    @Nullable String schema,
    String searchPath,
    Map<String, String> extensions,
    List<String> own) {

  /** The columns of later versions are read from JSON, since older ones do not have them. */
  private static final String QUERY =
      """
      SELECT extract(epoch FROM pg_catalog.now())::bigint,
        pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,
        pg_catalog.to_jsonb(d) ->> 'datlocprovider',
        coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale'),
        pg_catalog.to_jsonb(d) ->> 'daticurules',
        pg_catalog.current_schema(), pg_catalog.current_setting('search_path'),
        (SELECT r.rolcreatedb OR r.rolsuper FROM pg_catalog.pg_roles r
          WHERE r.rolname = current_user),
        pg_catalog.pg_is_in_recovery(), current_user,
        ARRAY(SELECT e.extname::text FROM pg_catalog.pg_extension e
          WHERE e.extname <> 'plpgsql' ORDER BY e.oid),
        ARRAY(SELECT n.nspname::text FROM pg_catalog.pg_extension e
          JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
          WHERE e.extname <> 'plpgsql' ORDER BY e.oid)
      FROM pg_catalog.pg_database d
      WHERE d.datname = pg_catalog.current_database()
      """;

  /** Types and functions that somebody made here: an expression or a column may need them. */
  private static final String OWN =
      """
      SELECT 'function ' || p.oid::pg_catalog.regprocedure
      FROM pg_catalog.pg_proc p
      WHERE p.oid >= 16384 AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
          AND d.deptype IN ('e', 'i'))
      UNION ALL
      SELECT 'type ' || t.oid::pg_catalog.regtype
      FROM pg_catalog.pg_type t
      LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
      WHERE t.oid >= 16384 AND (t.typtype IN ('d', 'r') OR c.relkind = 'c') AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid
          AND d.deptype = 'e')
      UNION ALL
      SELECT 'collation ' || c.collname
      FROM pg_catalog.pg_collation c
      WHERE c.oid >= 16384
      ORDER BY 1
      LIMIT 20
      """;

  /**
   * Looks at a database.
   *
   * @throws ScratchUnavailableException where its user or its server makes no databases
   */
  static PostgresLikeness of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      if (row.getBoolean(11)) {
        throw new ScratchUnavailableException("the server is a standby, which takes no changes");
      }
      if (!row.getBoolean(10)) {
        throw new ScratchUnavailableException(
            "the user "
                + row.getString(12)
                + " may not create databases; grant it CREATEDB, or name another server or user with"
                + " proof.url");
      }
      Map<String, String> extensions = new LinkedHashMap<>();
      String[] names = strings(row.getArray(13));
      String[] schemas = strings(row.getArray(14));
      for (int i = 0; i < names.length; i++) {
        extensions.put(names[i], schemas[i]);
      }
      return new PostgresLikeness(
          row.getLong(1),
          options(row),
          row.getString(8),
          row.getString(9),
          extensions,
          own(connection));
    }
  }

  private static String[] strings(Array array) throws SQLException {
    return (String[]) array.getArray();
  }

  /** From {@code template0}, the only template that may have another encoding and collation. */
  private static String options(ResultSet row) throws SQLException {
    StringBuilder options =
        new StringBuilder(" TEMPLATE template0 ENCODING ")
            .append(SqlText.literal(row.getString(2)))
            .append(" LC_COLLATE ")
            .append(SqlText.literal(row.getString(3)))
            .append(" LC_CTYPE ")
            .append(SqlText.literal(row.getString(4)));
    String provider = row.getString(5);
    String locale = row.getString(6);
    String rules = row.getString(7);
    if ("i".equals(provider) && locale != null) {
      options.append(" LOCALE_PROVIDER icu ICU_LOCALE ").append(SqlText.literal(locale));
      if (rules != null) {
        options.append(" ICU_RULES ").append(SqlText.literal(rules));
      }
    } else if ("b".equals(provider) && locale != null) {
      options.append(" LOCALE_PROVIDER builtin BUILTIN_LOCALE ").append(SqlText.literal(locale));
    } else if ("c".equals(provider)) {
      options.append(" LOCALE_PROVIDER libc");
    }
    return options.toString();
  }

  private static List<String> own(Connection connection) throws SQLException {
    List<String> own = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OWN)) {
      while (rows.next()) {
        own.add(rows.getString(1));
      }
    }
    return own;
  }

  /**
   * Makes schema, search path and extensions in an empty database.
   *
   * @return the extensions that could not be made, a line for each
   */
  List<String> applyTo(Connection scratch) throws SQLException {
    List<String> lacking = new ArrayList<>();
    try (Statement statement = scratch.createStatement()) {
      if (schema != null && !schema.equals("public")) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
      }
      for (Map.Entry<String, String> extension : extensions.entrySet()) {
        try {
          statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(extension.getValue()));
          statement.execute(
              "CREATE EXTENSION IF NOT EXISTS "
                  + quoted(extension.getKey())
                  + " WITH SCHEMA "
                  + quoted(extension.getValue())
                  + " CASCADE");
        } catch (SQLException e) {
          lacking.add("extension " + extension.getKey() + " (" + e.getMessage() + ")");
        }
      }
    }
    try (PreparedStatement path =
        scratch.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, false)")) {
      path.setString(1, searchPath);
      path.execute();
    }
    return lacking;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
