package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.Constant;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.model.SqlValue;

/** Values of rows as Java writes them. */
final class ValueForm {
  private static final ClassName SQL_VALUE = ClassName.get(SqlValue.class);
  private static final int MOST_DIGITS = 9;

  private ValueForm() {}

  static Expression of(SqlValue value) {
    return switch (value.kind()) {
      case NULL -> new Constant(SQL_VALUE, ".NULL");
      case TEXT -> JavaString.prose(value.text());
      case BOOLEAN -> new Literal(value.text());
      case NUMBER -> isInt(value.text()) ? new Literal(value.text()) : typed(value);
      default -> typed(value);
    };
  }

  private static Expression typed(SqlValue value) {
    return Calls.of(
        SQL_VALUE,
        "of",
        new Constant(ClassName.get(SqlValue.Kind.class), "." + value.kind()),
        JavaString.name(value.text()));
  }

  private static boolean isInt(String number) {
    return number.length() <= MOST_DIGITS && number.chars().allMatch(Character::isDigit);
  }
}
