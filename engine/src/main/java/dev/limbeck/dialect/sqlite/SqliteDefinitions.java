package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.StoredDefinitions;
import dev.limbeck.model.Identifier;
import dev.limbeck.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views of a SQLite database, which keeps them as they were written. */
final class SqliteDefinitions implements StoredDefinitions {
  private static final String VIEWS =
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' AND sql IS NOT NULL";

  @Override
  public Map<Definition, Found> compared(Connection connection, List<Definition> wanted)
      throws SQLException {
    Map<Identifier, String> views = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(VIEWS)) {
      while (rows.next()) {
        views.put(Identifier.of(rows.getString(1)), rows.getString(2));
      }
    }
    Map<Definition, Found> found = new LinkedHashMap<>();
    for (Definition each : wanted) {
      found.put(
          each, each.kind() == Kind.VIEW ? compared(each, views) : new Found(State.UNKNOWN, null));
    }
    return found;
  }

  private static Found compared(Definition wanted, Map<Identifier, String> views) {
    String stored = views.get(Identifier.of(wanted.name().name().text()));
    if (stored == null) {
      return new Found(State.MISSING, null);
    }
    boolean same = SqlText.sameTokens(StoredDefinitions.bodyOf(stored), wanted.body());
    return new Found(same ? State.SAME : State.DIFFERENT, stored);
  }
}
