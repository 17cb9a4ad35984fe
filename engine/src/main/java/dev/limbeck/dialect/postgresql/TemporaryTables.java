package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ExpressionReader.Place;
import dev.limbeck.dialect.ExpressionReader.Question;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
 * Temporary tables that hold expressions, each in a column, constraint or index of its own, whose
 * name says which question it answers.
 *
 * <p>They have the names of the tables that they stand for, since an expression may name its table,
 * and only those columns that an expression could mean: a type that is not there yet does not spoil
 * the others, and a narrow table is made faster.
 */
final class TemporaryTables {
  private static final String PREFIX = "limbeck_q";

  private static final String ANSWERS =
      """
      SELECT a.attname AS holder, pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression
      FROM pg_catalog.pg_attrdef d
      JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
      WHERE c.relnamespace = pg_catalog.pg_my_temp_schema() AND a.attname LIKE 'limbeck\\_q%'
      UNION ALL
      SELECT k.conname, pg_catalog.pg_get_expr(k.conbin, k.conrelid)
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      WHERE c.relnamespace = pg_catalog.pg_my_temp_schema() AND k.conname LIKE 'limbeck\\_q%'
      UNION ALL
      SELECT c.relname, coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid),
        pg_catalog.pg_get_indexdef(i.indexrelid, 1, false))
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = pg_catalog.pg_my_temp_schema() AND c.relname LIKE 'limbeck\\_q%'
      """;

  private final PostgresRenderer sql;
  private final Map<Shape, List<Integer>> byTable = new LinkedHashMap<>();
  private final List<Question> questions;

  /** What tells two tables apart: one name may have other types in another model. */
  private record Shape(QualifiedName name, Map<Identifier, ColumnType> types) {
    static Shape of(Table table) {
      Map<Identifier, ColumnType> types = new LinkedHashMap<>();
      table.columns().forEach(column -> types.put(column.name(), column.type()));
      return new Shape(table.name(), types);
    }
  }

  TemporaryTables(PostgresRenderer sql, List<Question> questions) {
    this.sql = sql;
    this.questions = questions;
    for (int i = 0; i < questions.size(); i++) {
      byTable
          .computeIfAbsent(Shape.of(questions.get(i).table()), shape -> new ArrayList<>())
          .add(i);
    }
  }

  /** Creates the tables and reads the expressions back; the caller removes the tables. */
  Map<Question, String> spelled(Connection connection) throws SQLException {
    Map<Question, String> answers = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(String.join(";\n", creation()));
    }
    try (PreparedStatement statement = connection.prepareStatement(ANSWERS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int number = Integer.parseInt(rows.getString("holder").substring(PREFIX.length()));
        answers.put(questions.get(number), rows.getString("expression"));
      }
    }
    return answers;
  }

  private List<String> creation() {
    List<String> statements = new ArrayList<>();
    Set<Identifier> taken = new HashSet<>();
    byTable.forEach(
        (shape, numbers) -> {
          String name = sql.name(shape.name().name());
          if (!taken.add(shape.name().name())) {
            // An expression may name its table: each has its own name while it is made.
            statements.add(
                "ALTER TABLE pg_temp."
                    + name
                    + " RENAME TO "
                    + PREFIX
                    + "_table_"
                    + statements.size());
          }
          create(name, numbers, statements);
        });
    return statements;
  }

  private void create(String table, List<Integer> numbers, List<String> statements) {
    List<String> elements = new ArrayList<>();
    List<String> indexes = new ArrayList<>();
    columns(numbers)
        .forEach(column -> elements.add(sql.name(column.name()) + " " + sql.type(column.type())));
    for (int number : numbers) {
      Question question = questions.get(number);
      String holder = PREFIX + number;
      switch (question.place()) {
        case DEFAULT -> elements.add(holder + " " + type(question) + " DEFAULT " + question.sql());
        case COMPUTED ->
            elements.add(
                holder
                    + " "
                    + type(question)
                    + " GENERATED ALWAYS AS ("
                    + question.sql()
                    + "\n) STORED");
        case CHECK -> elements.add("CONSTRAINT " + holder + " CHECK (" + question.sql() + "\n)");
        case INDEX ->
            indexes.add(
                "CREATE INDEX "
                    + holder
                    + " ON pg_temp."
                    + table
                    + " (("
                    + question.sql()
                    + "\n))");
        case PREDICATE ->
            indexes.add(
                "CREATE INDEX "
                    + holder
                    + " ON pg_temp."
                    + table
                    + " ((1)) WHERE "
                    + question.sql());
      }
    }
    statements.add("CREATE TEMPORARY TABLE " + table + " (" + String.join(", ", elements) + ")");
    statements.addAll(indexes);
  }

  /** The columns that the expressions may mean: those whose name is a word in one of them. */
  private List<Column> columns(List<Integer> numbers) {
    Set<Identifier> words = new HashSet<>();
    for (int number : numbers) {
      if (questions.get(number).place() != Place.DEFAULT) {
        for (SqlToken token : SqlTokenizer.code(questions.get(number).sql())) {
          Identifier word = word(token);
          if (word != null) {
            words.add(word);
          }
        }
      }
    }
    Table table = questions.get(numbers.get(0)).table();
    return table.columns().stream().filter(column -> words.contains(column.name())).toList();
  }

  private static @Nullable Identifier word(SqlToken token) {
    return switch (token.kind()) {
      case WORD -> Identifier.of(token.text());
      case QUOTED -> Identifier.quoted(token.value());
      default -> null;
    };
  }

  private String type(Question question) {
    Identifier name = question.column();
    Column column = name == null ? null : question.table().column(name);
    return column == null ? "text" : sql.type(column.type());
  }
}
