package dev.limbeck.hook;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * A Java expression as a revision's class writes it.
 *
 * @param code the expression on one line, such as {@code AcmeTypes.money(12)}
 * @param imports what it needs imported: the full name of a class, {@code com.acme.AcmeTypes}, or a
 *     static member with {@code static} before it, {@code static com.acme.AcmeTypes.money}
 */
public record JavaExpression(String code, List<String> imports) {
  private static final String STATIC = "static ";

  public JavaExpression {
    requireNonNull(code, "code");
    imports = List.copyOf(imports);
    boolean oneLine = !code.isBlank() && code.chars().noneMatch(c -> c == '\n' || c == '\r');
    if (!oneLine || !imports.stream().allMatch(JavaExpression::isImport)) {
      throw new IllegalArgumentException(
          "a Java expression is on one line, and imports are full names: " + code + " " + imports);
    }
  }

  private static boolean isImport(String name) {
    boolean member = name.startsWith(STATIC);
    String[] parts = name.substring(member ? STATIC.length() : 0).split("\\.", -1);
    return parts.length > (member ? 2 : 1)
        && Arrays.stream(parts).allMatch(SourceVersion::isIdentifier);
  }

  /** An expression with its imports. */
  public static JavaExpression of(String code, String... imports) {
    return new JavaExpression(code, List.of(imports));
  }
}
