package dev.limbeck.command;

import dev.limbeck.command.Overlap.Touch;
import dev.limbeck.command.TouchedObject.Depth;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Identifier;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what branches do since they parted: each pair of them, the revisions of one that the
 * other does not have.
 */
final class JoinedSides {
  private final RevisionCatalog catalog;

  /** An object, as a branch touches it in a revision. */
  private record TouchedIn(String revision, TouchedObject object) {}

  JoinedSides(RevisionCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Records the revisions of all branches, without a database.
   *
   * @param heads where the branches end
   */
  Overlaps overlaps(List<RevisionNode> heads) {
    Map<String, Set<RevisionNode>> applied = new LinkedHashMap<>();
    heads.forEach(head -> applied.put(head.id(), applied(head)));
    Set<RevisionNode> common = new HashSet<>(applied(heads.get(0)));
    applied.values().forEach(common::retainAll);
    Set<RevisionNode> needed = new LinkedHashSet<>();
    applied.values().forEach(needed::addAll);
    needed.removeAll(common);
    Map<String, List<Operation>> operations = operations(List.copyOf(needed));
    List<String> ids = List.copyOf(applied.keySet());
    Set<Overlap> overlaps = new LinkedHashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        Set<RevisionNode> one = applied.get(ids.get(i));
        Set<RevisionNode> other = applied.get(ids.get(j));
        overlaps.addAll(
            between(
                touched(without(one, other), operations),
                touched(without(other, one), operations)));
      }
    }
    return new Overlaps(ids, List.copyOf(overlaps), notes(operations));
  }

  /** In the order in which they were applied, as the files have it. */
  private Set<RevisionNode> applied(RevisionNode head) {
    RevisionGraph graph = catalog.graph();
    return new LinkedHashSet<>(graph.applied(List.of(head.id())));
  }

  private static List<RevisionNode> without(Set<RevisionNode> all, Set<RevisionNode> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }

  private Map<String, List<Operation>> operations(List<RevisionNode> nodes) {
    List<Migration> migrations = catalog.migrations(nodes);
    Map<String, List<Operation>> operations = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      operations.put(nodes.get(i).id(), Recorder.upgrade(migrations.get(i)).operations());
    }
    return operations;
  }

  private static List<TouchedIn> touched(
      List<RevisionNode> side, Map<String, List<Operation>> operations) {
    List<TouchedIn> touched = new ArrayList<>();
    for (RevisionNode node : side) {
      TouchedObjects.of(operations.getOrDefault(node.id(), List.of()))
          .forEach(object -> touched.add(new TouchedIn(node.id(), object)));
    }
    return touched;
  }

  private static List<Overlap> between(List<TouchedIn> one, List<TouchedIn> other) {
    List<Overlap> overlaps = new ArrayList<>();
    List<TouchedObject> seen = new ArrayList<>();
    for (TouchedIn touched : one) {
      TouchedObject object = touched.object();
      if (seen.stream().noneMatch(object::isSameObject)) {
        seen.add(object);
        List<TouchedIn> ours = meeting(one, other, object);
        List<TouchedIn> theirs = meeting(other, one, object);
        if (!ours.isEmpty()) {
          overlaps.add(overlap(object, ours, theirs));
        }
      }
    }
    return overlaps;
  }

  /** What a side does with the object, as far as it meets what the other side does with it. */
  private static List<TouchedIn> meeting(
      List<TouchedIn> side, List<TouchedIn> others, TouchedObject object) {
    return side.stream()
        .filter(each -> each.object().isSameObject(object))
        .filter(each -> others.stream().anyMatch(other -> each.object().meets(other.object())))
        .toList();
  }

  private static Overlap overlap(
      TouchedObject object, List<TouchedIn> ours, List<TouchedIn> theirs) {
    Set<Identifier> shared = columns(ours);
    shared.retainAll(columns(theirs));
    List<TouchedIn> all = new ArrayList<>(ours);
    all.addAll(theirs);
    boolean whole = all.stream().anyMatch(each -> each.object().depth() == Depth.WHOLE);
    Set<Touch> touches = new LinkedHashSet<>();
    for (TouchedIn each : all) {
      each.object().lines().forEach(line -> touches.add(new Touch(each.revision(), line)));
    }
    return new Overlap(
        object.kind(),
        object.name().toString(),
        shared.stream().map(Identifier::toString).toList(),
        whole,
        List.copyOf(touches));
  }

  private static Set<Identifier> columns(List<TouchedIn> touched) {
    Set<Identifier> columns = new TreeSet<>();
    touched.forEach(each -> columns.addAll(each.object().columns()));
    return columns;
  }

  private static List<String> notes(Map<String, List<Operation>> operations) {
    List<String> notes = new ArrayList<>();
    operations.forEach(
        (id, all) ->
            OperationLines.of(all).stream()
                .filter(line -> line.kind().equals("run"))
                .forEach(
                    line ->
                        notes.add(
                            "revision "
                                + id
                                + " runs Java code, which is not looked into: "
                                + line.object())));
    return notes;
  }
}
