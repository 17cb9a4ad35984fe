package dev.limbeck.testsupport.facts;

import dev.limbeck.testsupport.facts.SqliteTokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only the stored text of a {@code CREATE TABLE} tells: checks, names of constraints,
 * deferrability, collations, generated columns, autoincrement.
 */
final class SqliteTableDdl {

  /** A check; the name is null where the text gives none. */
  record Check(String expression, @Nullable String name) {}

  /**
   * A key, unique or foreign key as written.
   *
   * @param columns in lower case
   * @param suffix {@code deferrable …} of a foreign key, else empty
   */
  record Key(Type type, List<String> columns, @Nullable String name, String suffix) {

    enum Type {
      PRIMARY,
      UNIQUE,
      FOREIGN
    }
  }

  private static final Set<String> TABLE_CONSTRAINTS =
      Set.of("constraint", "check", "unique", "primary", "foreign");

  private final List<Check> checks = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private final Map<String, String> columnClauses = new LinkedHashMap<>();
  private boolean autoincrement;

  /** Reads the statement as {@code sqlite_schema} keeps it. */
  SqliteTableDdl(String createTable) {
    List<Token> tokens = SqliteTokens.of(createTable);
    int open = 0;
    while (!tokens.get(open).is("(")) {
      open++;
    }
    int start = open + 1;
    int end = closing(tokens, open);
    for (List<Token> element : split(tokens.subList(start, end))) {
      Token first = element.get(0);
      boolean table = first.kind() == Token.Kind.WORD && TABLE_CONSTRAINTS.contains(first.text());
      readElement(element, table ? null : first.text().toLowerCase(Locale.ROOT));
    }
  }

  List<Check> checks() {
    return checks;
  }

  boolean isAutoincrement() {
    return autoincrement;
  }

  /** {@code collate …} and {@code as (…)} of a column; empty where it has neither. */
  String columnClauses(String column) {
    return columnClauses.getOrDefault(column.toLowerCase(Locale.ROOT), "");
  }

  /** Takes out the first key of a type over these columns; null where the text has none. */
  @Nullable Key take(Key.Type type, List<String> columns) {
    List<String> folded = columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
    for (Key key : keys) {
      if (key.type() == type && key.columns().equals(folded)) {
        keys.remove(key);
        return key;
      }
    }
    return null;
  }

  /** Splits at the commas outside of parentheses. */
  static List<List<Token>> split(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && token.is(",")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  /** The position of the parenthesis that closes the one at a position. */
  static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("a parenthesis is not closed: " + SqliteTokens.text(tokens));
  }

  /** Reads a column's definition, or a table's constraint where the column is null. */
  private void readElement(List<Token> element, @Nullable String column) {
    String name = null;
    for (int i = column == null ? 0 : 1; i < element.size(); i++) {
      Token token = element.get(i);
      if (token.is("constraint")) {
        name = element.get(++i).text();
      } else if (token.is("check")) {
        int end = closing(element, i + 1);
        checks.add(new Check(SqliteTokens.text(bare(element.subList(i + 2, end))), name));
        name = null;
        i = end;
      } else if (token.is("primary") || token.is("unique")) {
        Key.Type type = token.is("unique") ? Key.Type.UNIQUE : Key.Type.PRIMARY;
        keys.add(new Key(type, columns(element, i, column), name, ""));
        name = null;
      } else if (token.is("references")) {
        keys.add(
            new Key(Key.Type.FOREIGN, columns(element, 0, column), name, deferral(element, i)));
        name = null;
      } else if (token.is("autoincrement")) {
        autoincrement = true;
      } else if (token.is("collate") && column != null) {
        clause(column, "collate " + element.get(++i).text().toLowerCase(Locale.ROOT));
      } else if (token.is("as") && column != null) {
        int end = closing(element, i + 1);
        clause(column, "as (" + SqliteTokens.text(element.subList(i + 2, end)) + ")");
        i = end;
      } else if (token.is("not") || token.is("default")) {
        name = null;
      } else if (token.is("(")) {
        i = closing(element, i);
      }
    }
  }

  /** Without parentheses around all of it. */
  private static List<Token> bare(List<Token> expression) {
    List<Token> inner = expression;
    while (!inner.isEmpty() && inner.get(0).is("(") && closing(inner, 0) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private void clause(String column, String text) {
    columnClauses.merge(column, text, (one, other) -> one + " " + other);
  }

  private static List<String> columns(List<Token> element, int from, @Nullable String column) {
    if (column != null) {
      return List.of(column);
    }
    int open = from;
    while (!element.get(open).is("(")) {
      open++;
    }
    return split(element.subList(open + 1, closing(element, open))).stream()
        .map(part -> part.get(0).text().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String deferral(List<Token> element, int from) {
    for (int i = from; i < element.size(); i++) {
      if (element.get(i).is("deferrable")) {
        boolean not = element.get(i - 1).is("not");
        boolean deferred =
            i + 2 < element.size()
                && element.get(i + 1).is("initially")
                && element.get(i + 2).is("deferred");
        return not ? "" : deferred ? " deferrable initially deferred" : " deferrable";
      }
    }
    return "";
  }
}
