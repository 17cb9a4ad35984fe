package dev.limbeck.mutation;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.testing.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * SQLite's catalog. A mutation {@code book: a => b} is an edit of the statement that makes the
 * table or index {@code book}, with nothing where nothing stands behind it; every other one is SQL,
 * run after all is made.
 */
class SqliteMutationsTest extends MutationContract {
  private static final Dialect SQLITE = Dialects.named("sqlite");
  private static final String IN_MEMORY = "jdbc:sqlite::memory:";

  private final Map<String, String> ddl = new LinkedHashMap<>();
  private Connection connection;

  SqliteMutationsTest() {
    super(SQLITE, MutatedSchema.common("NOCASE"));
  }

  @BeforeAll
  void create() throws SQLException {
    connection = DriverManager.getConnection(IN_MEMORY);
    new Schema(SQLITE, connection).create(model());
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                    + " AND name NOT LIKE 'sqlite%' ORDER BY rowid")) {
      while (rows.next()) {
        ddl.put(rows.getString(1), rows.getString(2));
      }
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  @Override
  Connection connection() {
    return connection;
  }

  @Override
  String catalog(String name) {
    return name.startsWith("pragma_")
        ? "SELECT * FROM " + name + "('book')"
        : "SELECT * FROM " + name;
  }

  @Override
  List<String> mutated(List<String> statements) throws SQLException {
    Map<String, String> made = new LinkedHashMap<>(ddl);
    List<String> further = new ArrayList<>();
    for (String mutation : statements) {
      int to = mutation.indexOf(" =>");
      if (to < 0) {
        further.add(mutation);
        continue;
      }
      int colon = mutation.indexOf(": ");
      String from = mutation.substring(colon + 2, to).replace("\\n", "\n");
      String name = mutation.substring(0, colon);
      String before = String.valueOf(made.get(name));
      if (before.split(java.util.regex.Pattern.quote(from), -1).length != 2) {
        throw new IllegalArgumentException(from + " is not once in " + before);
      }
      made.put(name, before.replace(from, mutation.substring(to + 3).strip()));
    }
    try (Connection changed = DriverManager.getConnection(IN_MEMORY);
        Statement statement = changed.createStatement()) {
      for (String sql : made.values()) {
        statement.execute(sql);
      }
      for (String sql : further) {
        statement.execute(sql);
      }
      return check(changed);
    }
  }
}
