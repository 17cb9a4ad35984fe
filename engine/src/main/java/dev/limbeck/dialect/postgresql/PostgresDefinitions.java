package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.StoredDefinitions;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The views and composite types of a PostgreSQL database.
 *
 * <p>The server keeps them in a spelling of its own. So the wanted ones are made as temporary ones,
 * in a transaction that is rolled back, and read back in that spelling.
 */
final class PostgresDefinitions implements StoredDefinitions {
  private static final String PREFIX = "limbeck_d";

  /** No use in asking: a server that only reads, a missing privilege. */
  private static final Set<String> HOPELESS = Set.of("25006", "42501");

  /** Views, materialized ones among them, and composite types, by the number of their name. */
  private static final String STORED =
      """
      SELECT w.number, c.relkind,
        CASE WHEN c.relkind = 'c'
          THEN (SELECT string_agg(quote_ident(a.attname) || ' '
                  || pg_catalog.format_type(a.atttypid, a.atttypmod)
                  || CASE WHEN k.oid IS NULL OR a.attcollation = y.typcollation THEN ''
                     ELSE ' COLLATE ' || quote_ident(k.collname) END, ', ' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
                LEFT JOIN pg_catalog.pg_collation k ON k.oid = a.attcollation
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
          ELSE pg_catalog.pg_get_viewdef(c.oid) END AS definition
      FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS w(schema, name, number)
      JOIN pg_catalog.pg_namespace n
        ON n.oid = CASE w.schema WHEN '' THEN pg_catalog.to_regnamespace(
            quote_ident(pg_catalog.current_schema()))
          WHEN 'pg_temp' THEN pg_catalog.pg_my_temp_schema()
          ELSE pg_catalog.to_regnamespace(quote_ident(w.schema)) END
      JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
      WHERE c.relkind IN ('v', 'm', 'c')
      """;

  private final PostgresRenderer sql;

  PostgresDefinitions(PostgresRenderer sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  /** What a name stands for: its kind in the catalog, and its definition. */
  private record Stored(String kind, String definition) {}

  @Override
  public Map<Definition, Found> compared(Connection connection, List<Definition> wanted)
      throws SQLException {
    Map<Definition, Found> found = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return found;
    }
    boolean autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    Savepoint start = connection.setSavepoint();
    try {
      Map<Integer, Stored> there = stored(connection, wanted);
      boolean[] hopeless = new boolean[1];
      boolean[] made = new boolean[wanted.size()];
      for (int i = 0; i < wanted.size(); i++) {
        made[i] = there.containsKey(i) && made(connection, wanted.get(i), i, hopeless);
      }
      Map<Integer, Stored> spelled = spelled(connection, wanted.size());
      for (int i = 0; i < wanted.size(); i++) {
        found.put(
            wanted.get(i),
            answer(wanted.get(i), there.get(i), spelled.get(i), made[i] || !hopeless[0]));
      }
    } finally {
      if (!connection.isClosed()) {
        connection.rollback(start);
        if (autoCommit) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    }
    return found;
  }

  private Found answer(
      Definition wanted, @Nullable Stored there, @Nullable Stored spelled, boolean asked) {
    if (there == null) {
      return new Found(State.MISSING, null);
    }
    String create = create(wanted, there);
    if (!asked) {
      return new Found(State.UNKNOWN, create);
    }
    boolean same =
        spelled != null
            && spelled.kind().equals(there.kind())
            && spelled.definition().equals(there.definition());
    return new Found(
        same ? State.SAME : State.DIFFERENT,
        create,
        spelled == null || wanted.kind() == Kind.VIEW ? null : create(wanted, spelled));
  }

  private String create(Definition wanted, Stored stored) {
    if (wanted.kind() == Kind.COMPOSITE_TYPE) {
      return "create type " + sql.name(wanted.name()) + " as (" + stored.definition() + ")";
    }
    return "create "
        + (stored.kind().equals("m") ? "materialized " : "")
        + "view "
        + sql.name(wanted.name())
        + " as\n"
        + unterminated(stored.definition());
  }

  private static String unterminated(String definition) {
    String text = definition.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  private static Map<Integer, Stored> stored(Connection connection, List<Definition> wanted)
      throws SQLException {
    return read(
        connection,
        wanted.stream().map(each -> schema(each.name())).toArray(String[]::new),
        wanted.stream().map(each -> each.name().name().key()).toArray(String[]::new));
  }

  private static Map<Integer, Stored> spelled(Connection connection, int count)
      throws SQLException {
    String[] schemas = new String[count];
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      schemas[i] = "pg_temp";
      names[i] = PREFIX + i;
    }
    return read(connection, schemas, names);
  }

  private static Map<Integer, Stored> read(Connection connection, String[] schemas, String[] names)
      throws SQLException {
    Map<Integer, Stored> stored = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(STORED)) {
      statement.setArray(1, connection.createArrayOf("text", schemas));
      statement.setArray(2, connection.createArrayOf("text", names));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          stored.put(
              rows.getInt("number") - 1,
              new Stored(rows.getString("relkind"), rows.getString("definition")));
        }
      }
    }
    return stored;
  }

  private static String schema(QualifiedName name) {
    return name.schema() == null ? "" : name.schema().key();
  }

  /** Makes a wanted object as a temporary one; false where the server refuses it. */
  private static boolean made(
      Connection connection, Definition wanted, int number, boolean[] hopeless)
      throws SQLException {
    if (hopeless[0]) {
      return false;
    }
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          (wanted.kind() == Kind.VIEW ? "CREATE TEMPORARY VIEW " : "CREATE TYPE pg_temp.")
              + PREFIX
              + number
              + " "
              + wanted.body());
      return true;
    } catch (SQLException refused) {
      if (refused.getSQLState() == null || refused.getSQLState().startsWith("08")) {
        throw refused;
      }
      connection.rollback(before);
      hopeless[0] = HOPELESS.contains(refused.getSQLState());
      return false;
    }
  }
}
