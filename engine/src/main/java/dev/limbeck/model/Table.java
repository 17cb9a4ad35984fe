package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns, in order; names are distinct
 * @param constraints its constraints, at most one of them a primary key
 * @param indexes its indexes, without those that only serve a constraint
 * @param comment its comment, or null
 * @param options what stands after the column list in the database's own spelling, such as {@code
 *     STRICT}, or null
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    @Nullable String comment,
    @Nullable String options) {
  public Table {
    requireNonNull(name, "name");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    Set<Identifier> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new LimbeckException(
            "LMB-215",
            "The table " + name + " has two columns of one name: " + column.name() + ".");
      }
    }
    if (constraints.stream().filter(PrimaryKey.class::isInstance).count() > 1) {
      throw new LimbeckException("LMB-215", "The table " + name + " has two primary keys.");
    }
  }

  /** A table with columns and nothing else. */
  public static Table of(String name, Column... columns) {
    return new Table(QualifiedName.parse(name), List.of(columns), List.of(), List.of(), null, null);
  }

  /** The column of a name, or null. */
  public @Nullable Column column(Identifier columnName) {
    for (Column column : columns) {
      if (column.name().equals(columnName)) {
        return column;
      }
    }
    return null;
  }

  /** The primary key, or null. */
  public @Nullable PrimaryKey primaryKey() {
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey key) {
        return key;
      }
    }
    return null;
  }

  /** The foreign keys, in order. */
  public List<ForeignKey> foreignKeys() {
    return constraints.stream()
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .toList();
  }

  public Table withName(QualifiedName value) {
    return new Table(value, columns, constraints, indexes, comment, options);
  }

  public Table withColumns(List<Column> value) {
    return new Table(name, value, constraints, indexes, comment, options);
  }

  public Table withConstraints(List<? extends Constraint> value) {
    return new Table(name, columns, List.copyOf(value), indexes, comment, options);
  }

  public Table withIndexes(List<Index> value) {
    return new Table(name, columns, constraints, value, comment, options);
  }

  public Table withComment(@Nullable String value) {
    return new Table(name, columns, constraints, indexes, value, options);
  }

  public Table withOptions(@Nullable String value) {
    return new Table(name, columns, constraints, indexes, comment, value);
  }
}
