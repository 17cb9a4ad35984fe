package dev.limbeck.scanner.ddl;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Generation;
import dev.limbeck.model.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code columnDefinition} says. Hibernate takes it for the column's type, whatever it
 * holds: {@code varchar(77) default 'x' not null}.
 *
 * @param type the type
 * @param nullable what it says of null; null where nothing
 * @param defaultValue the default, or null
 * @param generation how the value is made, or null
 * @param collation the collation as written, or null
 * @param comment the comment, or null
 * @param unique true where it says {@code unique}
 * @param checks the conditions of its checks
 * @param unread what it says beyond that, or an empty text
 */
public record ColumnDefinitionText(
    String type,
    @Nullable Boolean nullable,
    @Nullable String defaultValue,
    @Nullable Generation generation,
    @Nullable String collation,
    @Nullable String comment,
    boolean unique,
    List<String> checks,
    String unread) {
  private static final Set<String> CLAUSES =
      Set.of(
          "default",
          "not",
          "null",
          "check",
          "unique",
          "collate",
          "generated",
          "primary",
          "references",
          "constraint",
          "comment",
          "as",
          "auto_increment",
          "autoincrement",
          "on");

  public ColumnDefinitionText {
    requireNonNull(type, "type");
    checks = List.copyOf(checks);
    requireNonNull(unread, "unread");
  }

  /** Reads the definition. */
  public static ColumnDefinitionText parse(String sql) {
    DdlTokens tokens = new DdlTokens(sql);
    String type = tokens.until(CLAUSES);
    Boolean nullable = null;
    String defaultValue = null;
    Generation generation = null;
    String collation = null;
    String comment = null;
    boolean unique = false;
    List<String> checks = new ArrayList<>();
    String unread = "";
    while (!tokens.atEnd() && unread.isEmpty()) {
      if (tokens.skip("not", "null")) {
        nullable = false;
      } else if (tokens.skip("null")) {
        nullable = true;
      } else if (tokens.skip("default")) {
        defaultValue = tokens.someUntil(CLAUSES);
      } else if (tokens.skip("check")) {
        checks.add(tokens.inParentheses());
      } else if (tokens.skip("unique")) {
        unique = true;
      } else if (tokens.skip("collate")) {
        collation = tokens.next();
      } else if (tokens.skip("comment")) {
        comment = unquoted(tokens.next());
      } else if (tokens.skip("generated", "by", "default", "as", "identity")) {
        generation = identity(false, tokens.inParentheses());
      } else if (tokens.skip("generated", "always", "as", "identity")) {
        generation = identity(true, tokens.inParentheses());
      } else if (tokens.skip("generated", "always", "as") || tokens.skip("as")) {
        SqlExpression formula = SqlExpression.of(tokens.inParentheses());
        boolean stored = tokens.skip("stored");
        tokens.skip("virtual");
        generation = new Generation.Computed(formula, stored);
      } else {
        unread = tokens.rest();
      }
    }
    return new ColumnDefinitionText(
        type, nullable, defaultValue, generation, collation, comment, unique, checks, unread);
  }

  private static Generation identity(boolean always, String options) {
    DdlTokens tokens = new DdlTokens(options);
    long start = 1;
    long increment = 1;
    while (!tokens.atEnd()) {
      if (tokens.skip("start")) {
        tokens.skip("with");
        start = Long.parseLong(tokens.next());
      } else if (tokens.skip("increment")) {
        tokens.skip("by");
        increment = Long.parseLong(tokens.next());
      } else {
        tokens.next();
      }
    }
    return new Generation.Identity(always, start, increment);
  }

  private static String unquoted(String literal) {
    return literal.length() < 2
        ? literal
        : literal.substring(1, literal.length() - 1).replace("''", "'");
  }
}
