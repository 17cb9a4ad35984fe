package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param name its name, or null where nobody gave one
 * @param condition the condition
 */
public record Check(@Nullable Identifier name, CheckCondition condition) implements Constraint {
  public Check {
    requireNonNull(condition, "condition");
  }

  @Override
  public List<Identifier> columns() {
    return condition.columns();
  }

  @Override
  public Check withName(@Nullable Identifier value) {
    return new Check(value, condition);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.check(this);
  }
}
