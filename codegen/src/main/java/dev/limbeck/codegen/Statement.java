package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a revision's body.
 *
 * @param comment a comment above it, or null
 * @param thrown true where the expression is thrown
 * @param expression what it does
 */
record Statement(@Nullable String comment, boolean thrown, Expression expression) {
  Statement {
    requireNonNull(expression, "expression");
  }

  static Statement of(Expression expression) {
    return new Statement(null, false, expression);
  }

  static Cost cost(List<Statement> statements) {
    return statements.stream().map(Statement::cost).reduce(Cost.NONE, Cost::plus);
  }

  Cost cost() {
    return expression.cost().plus(new Cost(4, 0));
  }

  Statement withExpression(Expression value) {
    return new Statement(comment, thrown, value);
  }

  Statement withComment(@Nullable String value) {
    return new Statement(value, thrown, expression);
  }

  void write(SourceText out, int indent) {
    if (comment != null) {
      out.text("// " + onOneLine(comment)).newline(indent);
    }
    if (thrown) {
      out.text("throw ");
    }
    expression.write(out, indent, 1);
    out.text(";");
  }

  /** As a comment of one line can hold it: javac reads escapes of Unicode in comments too. */
  private static String onOneLine(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            point -> {
              if (Character.isISOControl(point)
                  || point == '\\'
                  || Character.getType(point) == Character.LINE_SEPARATOR
                  || Character.getType(point) == Character.PARAGRAPH_SEPARATOR) {
                text.append('?');
              } else {
                text.appendCodePoint(point);
              }
            });
    return text.toString();
  }
}
