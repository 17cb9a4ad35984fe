package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Other values in place of some, in SQL.
 *
 * @param sql how the dialect writes
 * @param values the new value by the old one
 * @param literal how a value is written
 */
public record Remap(
    AnsiSqlRenderer sql, Map<String, String> values, UnaryOperator<String> literal) {
  public Remap {
    requireNonNull(sql, "sql");
    values = Map.copyOf(values);
    requireNonNull(literal, "literal");
  }

  /** Texts in place of texts. */
  public static Remap ofTexts(AnsiSqlRenderer sql, Map<String, String> values) {
    return new Remap(sql, values, sql::literal);
  }

  /** What the change of a check gives its rows. */
  public static Remap of(AnsiSqlRenderer sql, AlterCheck change) {
    return new Remap(
        sql,
        change.remaps(),
        change.from() instanceof OneOf
            ? sql::literal
            : number -> Long.toString(Long.parseLong(number)));
  }

  /** The new value of an expression. */
  public String of(String expression) {
    return values.isEmpty()
        ? expression
        : "CASE "
            + expression
            + values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    each ->
                        " WHEN "
                            + literal.apply(each.getKey())
                            + " THEN "
                            + literal.apply(each.getValue()))
                .collect(joining())
            + " ELSE "
            + expression
            + " END";
  }

  /** The statement that gives the rows of a table their new values. */
  public String update(QualifiedName table, Identifier column) {
    String name = sql.name(column);
    return "UPDATE "
        + sql.name(table)
        + " SET "
        + name
        + " = "
        + of(name)
        + " WHERE "
        + name
        + " IN "
        + values.keySet().stream().sorted().map(literal).collect(joining(", ", "(", ")"));
  }
}
