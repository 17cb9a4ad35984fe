package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Generation;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQL expressions, and what is made of them, as arguments of the author's methods. */
final class SqlForm {
  private static final ClassName SQL_EXPRESSION = ClassName.get(SqlExpression.class);
  private static final ClassName GENERATION = ClassName.get(Generation.class);
  private static final ClassName CHECK_CONDITION = ClassName.get(CheckCondition.class);
  private static final ClassName INDEX_PART = ClassName.get(IndexPart.class);

  private SqlForm() {}

  /** A plain text where that says all, else the expression: methods take either. */
  static Expression shortest(SqlExpression expression) {
    return expression.variants().isEmpty() ? JavaString.sql(expression.text()) : full(expression);
  }

  /** The expression; {@code null} for null. */
  static Expression full(@Nullable SqlExpression expression) {
    if (expression == null) {
      return new Literal("null");
    }
    Calls calls = Calls.of(SQL_EXPRESSION, "of", JavaString.sql(expression.text()));
    for (var variant : new TreeMap<>(expression.variants()).entrySet()) {
      calls =
          calls.then("on", JavaString.name(variant.getKey()), JavaString.sql(variant.getValue()));
    }
    return calls;
  }

  /** A whole number where an {@code int} will do, else a {@code long}. */
  static Expression number(long value) {
    return new Literal(value == (int) value ? Long.toString(value) : value + "L");
  }

  /** How a value is made; {@code null} for null. */
  static Expression generation(@Nullable Generation generation) {
    return generation == null
        ? new Literal("null")
        : generation.accept(
            new Generation.Visitor<>() {
              @Override
              public Expression identity(Generation.Identity identity) {
                return identity.equals(Generation.identity())
                    ? Calls.of(GENERATION, "identity")
                    : Calls.of(
                        GENERATION,
                        "identity",
                        new Literal(Boolean.toString(identity.always())),
                        number(identity.start()),
                        number(identity.increment()));
              }

              @Override
              public Expression computed(Generation.Computed computed) {
                return Calls.of(
                    GENERATION,
                    "computed",
                    full(computed.expression()),
                    new Literal(Boolean.toString(computed.stored())));
              }
            });
  }

  /** What a check demands: a plain text where that says all. */
  static Expression condition(Check check) {
    return condition(check.condition(), true);
  }

  /** What a check demands, never as a plain text: where one side of a change cannot be one. */
  static Expression fullCondition(CheckCondition condition) {
    return condition(condition, false);
  }

  private static Expression condition(CheckCondition condition, boolean plain) {
    return condition.accept(
        new CheckCondition.Visitor<>() {
          @Override
          public Expression oneOf(CheckCondition.OneOf typed) {
            List<Expression> arguments = new ArrayList<>();
            arguments.add(JavaString.name(typed.column().toString()));
            arguments.addAll(Expression.strings(typed.values()));
            return Calls.of(CHECK_CONDITION, "oneOf", arguments);
          }

          @Override
          public Expression oneOfNumbers(CheckCondition.OneOfNumbers typed) {
            List<Expression> arguments = new ArrayList<>();
            arguments.add(JavaString.name(typed.column().toString()));
            typed.values().forEach(value -> arguments.add(number(value)));
            return Calls.of(CHECK_CONDITION, "oneOf", arguments);
          }

          @Override
          public Expression between(CheckCondition.Between typed) {
            return Calls.of(
                CHECK_CONDITION,
                "between",
                JavaString.name(typed.column().toString()),
                number(typed.least()),
                number(typed.most()));
          }

          @Override
          public Expression atLeast(CheckCondition.AtLeast typed) {
            return Calls.of(
                CHECK_CONDITION,
                "atLeast",
                JavaString.name(typed.column().toString()),
                number(typed.least()));
          }

          @Override
          public Expression sql(CheckCondition.Sql typed) {
            SqlExpression expression = typed.expression();
            if (!expression.variants().isEmpty()) {
              return Calls.of(CHECK_CONDITION, "sql", full(expression));
            }
            Expression text = JavaString.sql(expression.text());
            return plain ? text : Calls.of(CHECK_CONDITION, "sql", text);
          }
        });
  }

  /** A part of an index. */
  static Expression indexPart(IndexPart part) {
    SqlExpression expression = part.expression();
    Calls calls =
        expression != null
            ? Calls.of(INDEX_PART, "expression", shortest(expression))
            : Calls.of(INDEX_PART, "column", JavaString.name(String.valueOf(part.column())));
    if (part.descending()) {
      calls = calls.then("desc");
    }
    if (part.nulls() != null) {
      calls = calls.then(part.nulls() == IndexPart.Nulls.FIRST ? "nullsFirst" : "nullsLast");
    }
    if (part.collation() != null) {
      calls = calls.then("collate", JavaString.name(part.collation()));
    }
    if (part.operatorClass() != null) {
      calls = calls.then("using", JavaString.name(part.operatorClass()));
    }
    return calls;
  }
}
