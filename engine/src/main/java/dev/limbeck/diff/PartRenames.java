package dev.limbeck.diff;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and indexes of several tables that get other names, which may pass from one to the
 * other.
 *
 * <p>The name of an index is unique in a schema, and on PostgreSQL so is that of a primary key or
 * unique constraint. All names are taken for such, but several parts that have one name. Not safe
 * for several threads.
 */
final class PartRenames {
  private final Map<Name, Name> moves = new LinkedHashMap<>();
  private final Map<Name, Bearer> bearers = new LinkedHashMap<>();
  private final Set<Name> kept = new HashSet<>();

  /**
   * A name in a schema.
   *
   * @param schema the schema; null for the default one
   * @param others how many other parts have the name
   */
  private record Name(@Nullable Identifier schema, Identifier name, int others) {

    Name with(Identifier value) {
      return new Name(schema, value, others);
    }

    Name standIn() {
      return with(Renames.standIn(name));
    }
  }

  /** A part's table, and the alteration that gives it a name. */
  private record Bearer(
      QualifiedName table, BiFunction<Identifier, Identifier, TableAlteration> rename) {}

  /**
   * Adds a constraint.
   *
   * @param to its new name; null where it keeps the one that it has
   */
  void addConstraint(QualifiedName table, Identifier from, @Nullable Identifier to) {
    add(from, to, new Bearer(table, RenameConstraint::new));
  }

  /**
   * Adds an index.
   *
   * @param to its new name; null where it keeps the one that it has
   */
  void addIndex(QualifiedName table, Identifier from, @Nullable Identifier to) {
    add(from, to, new Bearer(table, RenameIndex::new));
  }

  private void add(Identifier from, @Nullable Identifier to, Bearer bearer) {
    int others = 0;
    Name name = new Name(bearer.table().schema(), from, others);
    while (moves.containsKey(name) || kept.contains(name)) {
      name = new Name(bearer.table().schema(), from, ++others);
    }
    if (to == null) {
      kept.add(name);
    } else {
      moves.put(name, name.with(to));
      bearers.put(name, bearer);
    }
  }

  /** The renames one by one, so that each finds its new name free; none to a name that is kept. */
  List<Operation> operations() {
    while (moves.values().removeAll(kept)) {
      bearers.keySet().stream().filter(name -> !moves.containsKey(name)).forEach(kept::add);
    }
    Map<Name, Bearer> present = new LinkedHashMap<>(bearers);
    List<Operation> operations = new ArrayList<>();
    for (Moves.Step<Name> step : Moves.inOrder(moves, Name::standIn)) {
      Bearer bearer = present.remove(step.from());
      present.put(step.to(), bearer);
      TableAlteration rename = bearer.rename().apply(step.from().name(), step.to().name());
      operations.add(new AlterTable(bearer.table(), List.of(rename)));
    }
    return operations;
  }
}
