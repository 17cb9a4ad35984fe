package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain: a type of the schema that is another type with demands of its own.
 *
 * @param name its name
 * @param type the type that it is made of
 * @param nullable true where it takes null
 * @param defaultValue what a column of it gets that has no default of its own, or null
 * @param checks what its values meet, each in SQL that calls the value {@code VALUE}
 */
public record Domain(
    QualifiedName name,
    ColumnType type,
    boolean nullable,
    @Nullable SqlExpression defaultValue,
    List<Check> checks) {
  public Domain {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    checks = List.copyOf(checks);
  }

  /** A domain without demands. */
  public static Domain of(QualifiedName name, ColumnType type) {
    return new Domain(name, type, true, null, List.of());
  }

  public Domain withName(QualifiedName value) {
    return new Domain(value, type, nullable, defaultValue, checks);
  }

  public Domain withType(ColumnType value) {
    return new Domain(name, value, nullable, defaultValue, checks);
  }

  public Domain withNullable(boolean value) {
    return new Domain(name, type, value, defaultValue, checks);
  }

  public Domain withDefault(@Nullable SqlExpression value) {
    return new Domain(name, type, nullable, value, checks);
  }

  public Domain withChecks(List<Check> value) {
    return new Domain(name, type, nullable, defaultValue, value);
  }
}
