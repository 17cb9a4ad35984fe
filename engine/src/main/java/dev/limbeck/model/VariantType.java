package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A type that no single neutral type stands for: each dialect has its own.
 *
 * @param otherwise the type on a dialect that is not named
 * @param byDialect the type by dialect name; none of them is itself a variant
 */
public record VariantType(ColumnType otherwise, Map<String, ColumnType> byDialect)
    implements ColumnType {
  public VariantType {
    requireNonNull(otherwise, "otherwise");
    byDialect = Map.copyOf(byDialect);
    boolean nested =
        otherwise instanceof VariantType
            || byDialect.values().stream().anyMatch(VariantType.class::isInstance);
    if (nested || byDialect.isEmpty()) {
      throw new LimbeckException(
          "LMB-212", "A type per dialect names plain types, and at least one dialect.");
    }
  }

  /** The type on a dialect. */
  public ColumnType forDialect(String dialect) {
    return byDialect.getOrDefault(dialect, otherwise);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.variant(this);
  }

  @Override
  public String toString() {
    return otherwise + " " + new TreeMap<>(byDialect);
  }
}
