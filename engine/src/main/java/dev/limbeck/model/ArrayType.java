package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

/**
 * An array.
 *
 * @param element the type of its elements; an array again for a second dimension
 */
public record ArrayType(ColumnType element) implements ColumnType {
  public ArrayType {
    requireNonNull(element, "element");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.array(this);
  }

  @Override
  public String toString() {
    return element + "[]";
  }
}
