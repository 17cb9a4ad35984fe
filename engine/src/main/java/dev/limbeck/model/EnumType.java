package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An enumerated type of the database.
 *
 * @param name its name
 * @param labels its values, in order
 */
public record EnumType(QualifiedName name, List<String> labels) {
  public EnumType {
    requireNonNull(name, "name");
    labels = List.copyOf(labels);
  }

  public EnumType withName(QualifiedName value) {
    return new EnumType(value, labels);
  }

  public EnumType withLabels(List<String> value) {
    return new EnumType(name, value);
  }
}
