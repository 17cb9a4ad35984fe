package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

/**
 * A type that the schema itself defines: an enumerated type or a domain.
 *
 * @param name its name
 */
public record NamedType(QualifiedName name) implements ColumnType {
  public NamedType {
    requireNonNull(name, "name");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.named(this);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
