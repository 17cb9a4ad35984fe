package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable true where it takes null
 * @param defaultValue what an insert without a value gets, or null for none
 * @param generation how the database makes its value, or null where it does not
 * @param comment its comment, or null
 * @param collation the collation's name in the database's own spelling, or null for the type's
 */
public record Column(
    Identifier name,
    ColumnType type,
    boolean nullable,
    @Nullable SqlExpression defaultValue,
    @Nullable Generation generation,
    @Nullable String comment,
    @Nullable String collation) {
  public Column {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
  }

  /** A nullable column of a type, with nothing else said. */
  public static Column of(String name, ColumnType type) {
    return new Column(Identifier.parse(name), type, true, null, null, null, null);
  }

  public Column withName(Identifier value) {
    return new Column(value, type, nullable, defaultValue, generation, comment, collation);
  }

  public Column withType(ColumnType value) {
    return new Column(name, value, nullable, defaultValue, generation, comment, collation);
  }

  public Column withNullable(boolean value) {
    return new Column(name, type, value, defaultValue, generation, comment, collation);
  }

  public Column withDefault(@Nullable SqlExpression value) {
    return new Column(name, type, nullable, value, generation, comment, collation);
  }

  public Column withGeneration(@Nullable Generation value) {
    return new Column(name, type, nullable, defaultValue, value, comment, collation);
  }

  public Column withComment(@Nullable String value) {
    return new Column(name, type, nullable, defaultValue, generation, value, collation);
  }

  public Column withCollation(@Nullable String value) {
    return new Column(name, type, nullable, defaultValue, generation, comment, value);
  }
}
