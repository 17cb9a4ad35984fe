package dev.limbeck.testsupport.facts;

import dev.limbeck.testsupport.facts.Fact.Kind;
import dev.limbeck.testsupport.facts.SqliteTableDdl.Key;
import dev.limbeck.testsupport.facts.SqliteTokens.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code sqlite_schema} and the pragmas of its tables. */
final class SqliteFacts {

  private final Connection connection;
  private final List<Fact> facts = new ArrayList<>();

  SqliteFacts(Connection connection) {
    this.connection = connection;
  }

  List<Fact> read() throws SQLException {
    for (Row object :
        rows("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
      String name = object.text("name");
      String sql = object.text("sql");
      if (name.startsWith("sqlite_")) {
        continue;
      }
      switch (object.text("type")) {
        case "table" -> readTable(name, sql);
        case "index" -> readIndex(name, object.text("tbl_name"), sql);
        case "view" -> add(Kind.VIEW, name, SqliteTokens.text(sql), null);
        case "trigger" -> add(Kind.TRIGGER, object.text("tbl_name"), SqliteTokens.text(sql), null);
        default -> throw new IllegalStateException("unknown kind of object: " + object);
      }
    }
    return facts;
  }

  private void readTable(String table, String sql) throws SQLException {
    Row properties =
        rows(
                "SELECT type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = ?",
                table)
            .get(0);
    if (!properties.text("type").equals("table")) {
      add(Kind.TABLE, table, SqliteTokens.text(sql), null);
      return;
    }
    SqliteTableDdl ddl = new SqliteTableDdl(sql);
    List<String> traits = new ArrayList<>();
    if (properties.isSet("wr")) {
      traits.add("without rowid");
    }
    if (properties.isSet("strict")) {
      traits.add("strict");
    }
    if (ddl.isAutoincrement()) {
      traits.add("autoincrement");
    }
    add(Kind.TABLE, table, String.join(" ", traits), null);
    readColumns(table, ddl);
    readForeignKeys(table, ddl);
    readUniques(table, ddl);
    ddl.checks().forEach(check -> add(Kind.CHECK, table, check.expression(), check.name()));
  }

  private void readColumns(String table, SqliteTableDdl ddl) throws SQLException {
    List<Row> columns = rows("SELECT * FROM pragma_table_xinfo(?)", table);
    TreeMap<Integer, String> primaryKey = new TreeMap<>();
    for (Row column : columns) {
      String name = column.text("name");
      StringBuilder text = new StringBuilder(name);
      append(text, SqliteTokens.text(column.text("type")));
      append(text, column.isSet("notnull") ? "not null" : "");
      String defaultValue = column.maybe("dflt_value");
      append(text, defaultValue == null ? "" : "default " + SqliteTokens.text(defaultValue));
      append(text, ddl.columnClauses(name));
      switch (column.number("hidden")) {
        case 2 -> append(text, "virtual");
        case 3 -> append(text, "stored");
        default -> append(text, "");
      }
      add(Kind.COLUMN, table, text.toString(), null);
      if (column.isSet("pk")) {
        primaryKey.put(column.number("pk"), name);
      }
    }
    if (!primaryKey.isEmpty()) {
      List<String> key = List.copyOf(primaryKey.values());
      Key written = ddl.take(Key.Type.PRIMARY, key);
      add(Kind.PRIMARY_KEY, table, list(key), written == null ? null : written.name());
    }
    if (columns.size() == 1 && columns.get(0).text("name").equals("next_val")) {
      for (Row row : rows("SELECT next_val FROM \"" + table.replace("\"", "\"\"") + "\"")) {
        add(Kind.SEQUENCE_ROW, table, row.text("next_val"), null);
      }
    }
  }

  private void readForeignKeys(String table, SqliteTableDdl ddl) throws SQLException {
    Map<String, List<Row>> keys = new LinkedHashMap<>();
    for (Row row : rows("SELECT * FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq", table)) {
      keys.computeIfAbsent(row.text("id"), id -> new ArrayList<>()).add(row);
    }
    for (List<Row> key : keys.values()) {
      List<String> from = key.stream().map(row -> row.text("from")).toList();
      List<String> to = key.stream().map(row -> row.maybe("to")).filter(Objects::nonNull).toList();
      Row first = key.get(0);
      Key written = ddl.take(Key.Type.FOREIGN, from);
      StringBuilder text = new StringBuilder(list(from)).append(" references ");
      text.append(first.text("table")).append(to.isEmpty() ? "" : " " + list(to));
      rule(text, "update", first.text("on_update"));
      rule(text, "delete", first.text("on_delete"));
      text.append(written == null ? "" : written.suffix());
      add(Kind.FOREIGN_KEY, table, text.toString(), written == null ? null : written.name());
    }
  }

  private void readUniques(String table, SqliteTableDdl ddl) throws SQLException {
    for (Row unique :
        rows("SELECT name FROM pragma_index_list(?) WHERE origin = 'u' ORDER BY seq DESC", table)) {
      List<String> columns =
          rows("SELECT name FROM pragma_index_info(?) ORDER BY seqno", unique.text("name")).stream()
              .map(row -> row.text("name"))
              .toList();
      Key written = ddl.take(Key.Type.UNIQUE, columns);
      add(Kind.UNIQUE, table, list(columns), written == null ? null : written.name());
    }
  }

  private void readIndex(String index, String table, String sql) throws SQLException {
    List<Token> tokens = SqliteTokens.of(sql);
    int open = 0;
    while (!tokens.get(open).is("(")) {
      open++;
    }
    int close = SqliteTableDdl.closing(tokens, open);
    List<List<Token>> written = SqliteTableDdl.split(tokens.subList(open + 1, close));
    List<String> parts = new ArrayList<>();
    for (Row column :
        rows("SELECT * FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno", index)) {
      String name = column.maybe("name");
      StringBuilder part = new StringBuilder();
      if (name == null) {
        part.append(SqliteTokens.text(written.get(column.number("seqno"))));
      } else {
        part.append(name);
        append(part, column.text("coll").equals("BINARY") ? "" : "collate " + column.text("coll"));
        append(part, column.isSet("desc") ? "desc" : "");
      }
      parts.add(part.toString());
    }
    StringBuilder text = new StringBuilder(tokens.get(1).is("unique") ? "unique " : "");
    text.append(list(parts));
    append(text, SqliteTokens.text(tokens.subList(close + 1, tokens.size())));
    add(Kind.INDEX, table, text.toString(), index);
  }

  private void add(Kind kind, String object, String text, @Nullable String name) {
    facts.add(new Fact(kind, "", object, text, name));
  }

  private static void append(StringBuilder text, String clause) {
    text.append(clause.isEmpty() ? "" : " ").append(clause);
  }

  private static void rule(StringBuilder text, String event, String action) {
    if (!action.equals("NO ACTION")) {
      text.append(" on ").append(event).append(' ').append(action.toLowerCase(Locale.ROOT));
    }
  }

  private static String list(List<String> parts) {
    return "(" + String.join(", ", parts) + ")";
  }

  private List<Row> rows(String query, String... parameters) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          Map<String, @Nullable String> values = new LinkedHashMap<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.put(result.getMetaData().getColumnName(i), result.getString(i));
          }
          rows.add(new Row(values));
        }
      }
    }
    return rows;
  }

  private record Row(Map<String, @Nullable String> values) {

    @Nullable String maybe(String column) {
      return values.get(column);
    }

    String text(String column) {
      return Objects.requireNonNull(values.get(column), column);
    }

    int number(String column) {
      return Integer.parseInt(text(column));
    }

    boolean isSet(String column) {
      return number(column) != 0;
    }
  }
}
