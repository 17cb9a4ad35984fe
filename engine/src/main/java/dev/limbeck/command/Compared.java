package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.AdoptedObjects;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.SqlObjectChanges;
import dev.limbeck.autogenerate.SqlObjectSides;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was compared, and with what result.
 *
 * @param wanted what the entities want; null where nothing was compared
 * @param adopted the lines of the mapping file for what is made and no entity knows
 * @param sqlObjects what each side has of the objects that SQL is executed for, by the statement
 * @param proof proves what is written of it; null where there is nothing to prove
 */
record Compared(
    Comparison comparison,
    @Nullable EntityModel wanted,
    SortedMap<String, String> adopted,
    Map<String, SqlObjectSides> sqlObjects,
    @Nullable RevisionProof proof) {
  Compared {
    requireNonNull(comparison, "comparison");
    adopted = Collections.unmodifiableSortedMap(new TreeMap<>(adopted));
    sqlObjects = Map.copyOf(sqlObjects);
  }

  static Compared nothing() {
    return new Compared(
        new Comparison(List.of(), List.of()), null, new TreeMap<>(), Map.of(), null);
  }

  static Compared of(
      Comparison comparison, SqlObjectChanges changes, List<String> notes, EntityModel wanted) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(changes.notes());
    return new Compared(
        comparison
            .withOperations(
                changes.upgrade(comparison.operations()), changes.downgrade(comparison.downgrade()))
            .withNotes(all),
        wanted,
        new TreeMap<>(),
        changes.sides(),
        null);
  }

  Compared adopting(SortedMap<String, String> lines) {
    return new Compared(comparison, wanted, lines, sqlObjects, proof);
  }

  Compared provenBy(RevisionProof value) {
    return new Compared(comparison, wanted, adopted, sqlObjects, value);
  }

  /**
   * What the mapping files say once the revision is applied; null where that does not change.
   *
   * @param before what they say before
   */
  EntityModel.@Nullable Mapping recorded(Map<String, String> before) {
    if (wanted == null) {
      return null;
    }
    SortedMap<String, String> known = new TreeMap<>(before);
    // What was not compared is where it was.
    EntityModel.Mapping recorded = wanted.recorded().keeping(comparison.leftOut(), known);
    SortedMap<String, String> lines = new TreeMap<>(recorded.places());
    lines.putAll(AdoptedObjects.among(before));
    lines.putAll(adopted);
    return new EntityModel.Mapping(
        lines, recorded.generators(), recorded.renamedFrom(), recorded.hibernate());
  }
}
