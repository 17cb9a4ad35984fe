package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.RowRules;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.runtime.RowQuestion.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new check asks the rows that are there.
 *
 * @param line where the revision adds it
 */
record CheckQuestions(RowRules rules, IdentifierRules identifiers, @Nullable SourceLine line) {

  /** The question; null where it cannot be said in terms of what is there. */
  @Nullable RowQuestion of(QualifiedName table, TableRows rows, Check check) {
    List<Identifier> columns = check.condition().columns();
    Identifier column = columns.size() == 1 ? columns.get(0) : null;
    String value = column == null ? null : rows.converted(column);
    if (column != null && value != null) {
      return question(
          table,
          rows,
          check,
          "EXISTS (SELECT 1 FROM (SELECT "
              + value
              + " AS "
              + identifiers.render(column)
              + ") limbeck_value WHERE "
              + broken(check)
              + ")",
          "Say what they get: .using(\"case … when … then … end\") after the change of "
              + column
              + ".");
    }
    boolean plain =
        check.condition() instanceof CheckCondition.Sql
            ? rows.asItIs()
            : check.columns().stream()
                .allMatch(each -> identifiers.render(each).equals(rows.value(each)));
    return plain
        ? question(table, rows, check, broken(check), "Correct them in an execute before it.")
        : null;
  }

  private String broken(Check check) {
    return "NOT (" + rules.condition(check.condition()) + ")";
  }

  private RowQuestion question(
      QualifiedName table, TableRows rows, Check check, String condition, String advice) {
    return new RowQuestion(
        line,
        "adds the check " + check.name() + " to " + table,
        requireNonNull(rows.now(), "now"),
        rows.key(),
        condition,
        new Finding("does not meet it", "do not meet it"),
        advice);
  }
}
