package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.RowRules;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.runtime.RowQuestion.Finding;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which questions a change of a domain puts to the rows of a column of it. Where what the column
 * will hold is not known, the database has the last word.
 *
 * @param line where the change was written
 */
record DomainQuestions(
    RowRules rules, int majorVersion, AlterDomain change, @Nullable SourceLine line) {
  private static final String ADVICE = "Correct them in an execute before it.";

  /** What a new column gives to rows: its own default, else that of the domain that it is of. */
  static @Nullable SqlExpression defaultOf(Column column, DatabaseModel model) {
    Domain domain = column.type() instanceof NamedType named ? model.domain(named.name()) : null;
    return column.defaultValue() != null || domain == null
        ? column.defaultValue()
        : domain.defaultValue();
  }

  /**
   * The questions to the rows of all columns of the domain.
   *
   * @param before the schema with these columns
   * @param rowsOf the rows of a table; null where it is not known
   */
  List<RowQuestion> all(DatabaseModel before, Function<QualifiedName, @Nullable TableRows> rowsOf) {
    List<RowQuestion> questions = new ArrayList<>();
    for (EnumColumn column : EnumReferences.columns(before, change.name())) {
      TableRows rows = rowsOf.apply(column.table());
      questions.addAll(rows == null ? List.of() : of(column, rows));
    }
    return questions;
  }

  private List<RowQuestion> of(EnumColumn column, TableRows rows) {
    List<RowQuestion> questions = new ArrayList<>();
    String value = rows.value(column.column());
    if (value == null || rows.now() == null) {
      return questions;
    }
    String place = " of " + column + ", which is of the domain " + change.name();
    if (change.nullable() != null && Boolean.FALSE.equals(change.nullable().to())) {
      questions.add(
          question(
              rows,
              "forbids null in the values" + place,
              value + " IS NULL",
              new Finding("has null in it", "have null in it")));
    }
    for (Changed<Check> each : change.checks()) {
      if (each.to() != null && (each.from() == null || demandsElse(each.from(), each.to()))) {
        String demand = rules.condition(each.to().condition());
        questions.add(
            question(
                rows,
                "adds the check " + each.to().name() + " to the values" + place,
                "NOT (" + ofValue(demand, value) + ")",
                new Finding("does not meet it", "do not meet it")));
      }
    }
    String refused = change.type() == null ? null : refused(value, change.type());
    if (refused != null) {
      questions.add(
          question(
              rows,
              "makes " + requireNonNull(change.type()).to() + " of the values" + place,
              value + " IS NOT NULL AND (" + refused + ")",
              new Finding("has a value that is none", "have values that are none")));
    }
    return questions;
  }

  private @Nullable String refused(String value, Changed<ColumnType> type) {
    return rules.refused(
        value, requireNonNull(type.from(), "from"), requireNonNull(type.to(), "to"), majorVersion);
  }

  private static boolean demandsElse(Check from, Check to) {
    return !from.condition().equals(to.condition());
  }

  private RowQuestion question(TableRows rows, String what, String condition, Finding finding) {
    return new RowQuestion(
        line, what, requireNonNull(rows.now(), "now"), rows.key(), condition, finding, ADVICE);
  }

  /** The condition about a value instead of {@code VALUE}. */
  private static String ofValue(String condition, String value) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (SqlToken token : SqlTokenizer.code(condition)) {
      if (token.kind() == SqlToken.Kind.WORD && token.text().equalsIgnoreCase("value")) {
        text.append(condition, copied, token.start()).append(value);
        copied = token.end();
      }
    }
    return text.append(condition, copied, condition.length()).toString();
  }
}
