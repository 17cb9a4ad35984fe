package dev.limbeck.scanner.ddl;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.scanner.ddl.ColumnConstraintText.CheckText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.PrimaryKeyText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.ReferenceText;
import dev.limbeck.scanner.ddl.ColumnConstraintText.UniqueText;
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
 * @param constraints what else it demands
 * @param unread what it says beyond that, or an empty text
 */
public record ColumnDefinitionText(
    String type,
    @Nullable Boolean nullable,
    @Nullable String defaultValue,
    @Nullable Generation generation,
    @Nullable String collation,
    @Nullable String comment,
    List<ColumnConstraintText> constraints,
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
    constraints = List.copyOf(constraints);
    requireNonNull(unread, "unread");
  }

  /** Reads the definition. */
  public static ColumnDefinitionText parse(String sql) {
    DdlTokens tokens = new DdlTokens(sql);
    return new Clauses().read(tokens.until(CLAUSES), tokens);
  }

  /** Reads a column's options, which are a definition without its type. */
  public static ColumnDefinitionText parseOptions(String sql) {
    return new Clauses().read("", new DdlTokens(sql));
  }

  /** This definition with options behind it, which win where both say the same. */
  public ColumnDefinitionText and(ColumnDefinitionText options) {
    List<ColumnConstraintText> all = new ArrayList<>(constraints);
    all.addAll(options.constraints);
    return new ColumnDefinitionText(
        type,
        options.nullable == null ? nullable : options.nullable,
        options.defaultValue == null ? defaultValue : options.defaultValue,
        options.generation == null ? generation : options.generation,
        options.collation == null ? collation : options.collation,
        options.comment == null ? comment : options.comment,
        all,
        (unread + " " + options.unread).strip());
  }

  /** What was read so far. */
  private static final class Clauses {
    private final List<ColumnConstraintText> constraints = new ArrayList<>();
    private @Nullable Boolean nullable;
    private @Nullable String defaultValue;
    private @Nullable Generation generation;
    private @Nullable String collation;
    private @Nullable String comment;

    ColumnDefinitionText read(String type, DdlTokens tokens) {
      String unread = "";
      while (!tokens.atEnd() && unread.isEmpty()) {
        int place = tokens.place();
        if (!clause(tokens)) {
          unread = tokens.restFrom(place);
        }
      }
      return new ColumnDefinitionText(
          type, nullable, defaultValue, generation, collation, comment, constraints, unread);
    }

    /** Reads one clause; false where it is not known. */
    private boolean clause(DdlTokens tokens) {
      if (tokens.skip("default")) {
        defaultValue = tokens.someUntil(CLAUSES);
      } else if (tokens.skip("collate")) {
        collation = tokens.atEnd() ? null : tokens.spelledName();
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
        return constraint(tokens);
      }
      return true;
    }

    private boolean constraint(DdlTokens tokens) {
      Identifier name = tokens.nameAfter("constraint");
      if (tokens.skip("not", "null")) {
        nullable = false;
      } else if (tokens.skip("null")) {
        nullable = true;
      } else if (tokens.lookingAt("check", "(")) {
        tokens.skip("check");
        constraints.add(new CheckText(name, tokens.inParentheses()));
      } else if (tokens.skip("unique")) {
        constraints.add(new UniqueText(name, ForeignKeyText.parse(tokens).deferral()));
      } else if (tokens.skip("primary", "key")) {
        constraints.add(new PrimaryKeyText(name));
      } else if (tokens.lookingAt("references")) {
        constraints.add(new ReferenceText(name, ForeignKeyText.parse(tokens)));
      } else {
        return false;
      }
      return true;
    }
  }

  private static Generation identity(boolean always, String options) {
    DdlTokens tokens = new DdlTokens(options);
    long start = 1;
    long increment = 1;
    while (!tokens.atEnd()) {
      Long first = tokens.numberAfter("start", "with");
      first = first == null ? tokens.numberAfter("start") : first;
      Long step = tokens.numberAfter("increment", "by");
      step = step == null ? tokens.numberAfter("increment") : step;
      start = first == null ? start : first;
      increment = step == null ? increment : step;
      if (first == null && step == null) {
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
