package dev.limbeck.dialect.sqlite;

import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.AnsiSqlRenderer;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what SQLite has, for tables that are {@linkplain SqliteProjection projected}. */
final class SqliteRenderer extends AnsiSqlRenderer {

  SqliteRenderer(SqliteIdentifiers identifiers, SqliteTypes types) {
    super(SqliteDialect.NAME, identifiers, types);
  }

  /**
   * As Hibernate's dialect keeps it: booleans are numbers, UUIDs are bytes. Times are texts as
   * SQLite's own functions write and read them.
   *
   * @see <a href="https://www.sqlite.org/lang_datefunc.html">Date And Time Functions</a>
   */
  @Override
  public String value(SqlValue value) {
    return switch (value.kind()) {
      case BOOLEAN -> value.text().equals("true") ? "1" : "0";
      case UUID -> "x'" + value.text().replace("-", "") + "'";
      case BYTES -> "x'" + value.text() + "'";
      case TIMESTAMP -> literal(TimeText.of(LocalDateTime.parse(value.text())));
      case INSTANT ->
          literal(
              TimeText.of(LocalDateTime.ofInstant(Instant.parse(value.text()), ZoneOffset.UTC)));
      case TIME -> literal(TimeText.of(LocalTime.parse(value.text())));
      default -> super.value(value);
    };
  }

  /**
   * The primary key before unique constraints, and behind them in a table without row ids: else
   * SQLite cannot rename an {@code integer} that is the key and stands in one of them.
   */
  @Override
  protected List<String> tableElements(Table table) {
    List<String> elements = new ArrayList<>();
    table.columns().forEach(column -> elements.add(columnDefinition(table, column)));
    for (Constraint constraint : keyInPlace(table)) {
      String definition = constraintDefinition(constraint);
      boolean counted =
          constraint instanceof PrimaryKey && TableOptions.of(table.options()).autoIncrement();
      elements.add(
          counted
              ? definition.substring(0, definition.length() - 1) + " AUTOINCREMENT)"
              : definition);
    }
    return elements;
  }

  private static List<Constraint> keyInPlace(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    PrimaryKey key = table.primaryKey();
    if (key == null) {
      return constraints;
    }
    int place = constraints.indexOf(key);
    constraints.remove(key);
    if (TableOptions.of(table.options()).withoutRowid()) {
      for (int i = place; i < constraints.size(); i++) {
        place = constraints.get(i) instanceof Unique ? i + 1 : place;
      }
    } else {
      for (int i = place - 1; i >= 0; i--) {
        place = constraints.get(i) instanceof Unique ? i : place;
      }
    }
    constraints.add(place, key);
    return constraints;
  }

  /** {@code CREATE TABLE} with comments: those of a column before it, all others at the end. */
  String createTable(Table table, StoredComments comments) {
    List<String> elements = new ArrayList<>();
    List<String> plain = tableElements(table);
    for (int i = 0; i < plain.size(); i++) {
      List<String> lines =
          new ArrayList<>(
              i < table.columns().size()
                  ? comments.ofColumns().getOrDefault(table.columns().get(i).name(), List.of())
                  : List.of());
      lines.add(plain.get(i));
      elements.add(String.join("\n  ", lines));
    }
    String others = comments.others().stream().map(line -> "\n  " + line).collect(joining());
    return "CREATE TABLE "
        + name(table.name())
        + " (\n  "
        + String.join(",\n  ", elements)
        + others
        + "\n)"
        + tableOptions(table);
  }

  @Override
  protected String tableOptions(Table table) {
    List<String> options = TableOptions.of(table.options()).behindColumns();
    return options.isEmpty() ? "" : " " + String.join(", ", options);
  }

  @Override
  public String columnDefinition(Table table, Column column) {
    String type = type(column.type());
    return name(column.name()) + (type.isEmpty() ? "" : " " + type) + columnClauses(table, column);
  }

  /** An identity says nothing, not even that it does not take null: this is what tells it. */
  @Override
  protected String columnClauses(Table table, Column column) {
    return column.generation() instanceof Generation.Identity
        ? ""
        : super.columnClauses(table, column);
  }

  @Override
  protected String collateClause(@Nullable String collation) {
    return collation == null
        ? ""
        : " COLLATE " + name(Identifier.of(SqliteIdentifiers.unquoted(collation)));
  }

  /** Anything but a constant stands in parentheses. */
  @Override
  protected String defaultClause(@Nullable SqlExpression value) {
    if (value == null) {
      return "";
    }
    String text = expression(value).strip();
    List<SqlToken> tokens = SqlTokenizer.code(text);
    boolean enclosed = SqlText.withoutOuterParentheses(tokens).size() < tokens.size();
    return " DEFAULT "
        + (enclosed || isConstant(value) || isCurrentTime(tokens) ? text : "(" + text + ")");
  }

  private static boolean isCurrentTime(List<SqlToken> tokens) {
    return tokens.size() == 1
        && (tokens.get(0).isWord("current_timestamp")
            || tokens.get(0).isWord("current_date")
            || tokens.get(0).isWord("current_time"));
  }

  /** True for a literal, in parentheses or not: the same value at any time. */
  boolean isConstant(SqlExpression value) {
    List<SqlToken> tokens = SqlText.withoutOuterParentheses(SqlTokenizer.code(expression(value)));
    int last = tokens.size() - 1;
    if (last < 0
        || last > 1
        || last == 1 && !tokens.get(0).isSymbol("-") && !tokens.get(0).isSymbol("+")) {
      return false;
    }
    SqlToken token = tokens.get(last);
    return token.kind() == Kind.NUMBER
        || last == 0
            && (token.kind() == Kind.STRING
                || token.isWord("null")
                || token.isWord("true")
                || token.isWord("false"));
  }

  boolean isNull(SqlExpression value) {
    List<SqlToken> tokens = SqlText.withoutOuterParentheses(SqlTokenizer.code(expression(value)));
    return tokens.size() == 1 && tokens.get(0).isWord("null");
  }

  @Override
  public String dropIndex(QualifiedName table, Identifier index) {
    return "DROP INDEX " + name(index);
  }
}
