package dev.limbeck.diff;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The convention's names for what a change brings, free in the schema: where another object has or
 * gets the name, a number follows it.
 *
 * <p>Unique in a PostgreSQL schema are the names of tables, sequences and indexes, and each primary
 * key and unique constraint is an index. SQLite knows no schemas, and there the names of indexes
 * are unique in the database. Names are compared without their case, as SQLite does.
 *
 * <p>Only what comes or goes is ever named here, so that no name follows from what is there
 * already. Not safe for several threads.
 */
final class SchemaNames {
  private final NamingConvention convention;

  /** By name in lower case: the tables whose names they are or that have a part of that name. */
  private final Map<String, Set<QualifiedName>> owners = new HashMap<>();

  /**
   * @param convention gives the names
   * @param models whatever has names already
   */
  SchemaNames(NamingConvention convention, Collection<DatabaseModel> models) {
    this.convention = convention;
    for (DatabaseModel model : models) {
      model.sequences().forEach(sequence -> take(sequence.name(), sequence.name().name()));
      for (Table table : model.tables()) {
        take(table.name(), table.name().name());
        table.constraints().forEach(constraint -> take(table.name(), constraint.name()));
        table.indexes().forEach(index -> take(table.name(), index.name()));
      }
    }
  }

  /** The table with a name for each of its constraints and indexes. */
  Table named(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    Set<Identifier> released = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      constraints.add(named(table.name(), constraint, released));
    }
    for (Index index : table.indexes()) {
      indexes.add(named(table.name(), index, released));
    }
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  /**
   * The constraint with a name.
   *
   * @param released names that the table gives up before the constraint comes; one that the
   *     constraint takes is removed
   */
  Constraint named(QualifiedName table, Constraint constraint, Set<Identifier> released) {
    if (constraint.name() != null) {
      return constraint;
    }
    Identifier name = convention.named(table, constraint).name();
    return constraint.withName(free(table, name, false, released));
  }

  /**
   * The index with a name.
   *
   * @param released names that the table gives up before the index comes; one that the index takes
   *     is removed
   */
  Index named(QualifiedName table, Index index, Set<Identifier> released) {
    if (index.name() != null) {
      return index;
    }
    Identifier name = convention.named(table, index).name();
    return index.withName(free(table, name, true, released));
  }

  private @Nullable Identifier free(
      QualifiedName table, @Nullable Identifier name, boolean index, Set<Identifier> released) {
    if (name == null) {
      return null;
    }
    Identifier candidate = name;
    for (int i = 2; !released.remove(candidate) && isTaken(table, candidate, index); i++) {
      candidate = convention.numbered(name, i);
    }
    take(table, candidate);
    return candidate;
  }

  private boolean isTaken(QualifiedName table, Identifier name, boolean index) {
    for (QualifiedName owner : owners.getOrDefault(key(name), Set.of())) {
      boolean sameSchema = owner.withName(table.name()).equals(table);
      // Tables of one name in two schemas are no matter where there are no schemas.
      boolean otherSchema = index && !owner.name().equals(table.name());
      if (sameSchema || otherSchema) {
        return true;
      }
    }
    return false;
  }

  private void take(QualifiedName table, @Nullable Identifier name) {
    if (name != null) {
      owners.computeIfAbsent(key(name), any -> new HashSet<>()).add(table);
    }
  }

  private static String key(Identifier name) {
    return name.text().toLowerCase(Locale.ROOT);
  }
}
