package dev.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the version table gets to given revisions without running any.
 *
 * <p>The rows that a destination concerns (those that share lineage with it in the full relation)
 * give way to it; all others stay. Alembic handles several destinations one after the other, on one
 * list of the rows concerned. Where that breaks, or leaves other rows than were asked for, the rows
 * concerned are replaced by the destinations at once.
 */
final class StampPath {

  private final GraphIndex graph;
  private final RevisionResolver resolver;

  StampPath(GraphIndex graph, RevisionResolver resolver) {
    this.graph = graph;
    this.resolver = resolver;
  }

  List<StampStep> steps(List<String> rows, List<String> targets) {
    List<Integer> current = resolver.all(rows);
    List<Integer> concerned = concerned(current, targets);
    List<Integer> destinations = new ArrayList<>();
    for (String target : targets) {
      List<Integer> named = resolver.all(target);
      checkNotBelowHeads(target);
      destinations.addAll(named);
    }
    if (destinations.isEmpty()) {
      return concerned.stream().map(this::removal).toList();
    }
    List<StampStep> oneByOne = new ArrayList<>();
    Set<Integer> reached = new LinkedHashSet<>(current);
    boolean possible = true;
    for (int destination : destinations) {
      if (!concerned.contains(destination)) {
        StampStep step = towards(destination, concerned, reached);
        oneByOne.add(step);
        possible = possible && apply(step, reached);
      }
    }
    Set<Integer> wanted = wanted(current, targets, destinations);
    if (possible && (reached.equals(wanted) || destinations.size() == 1 && areTips(reached))) {
      return List.copyOf(oneByOne);
    }
    return atOnce(current, wanted);
  }

  private static void checkNotBelowHeads(String target) {
    String symbol = SelectorParser.absolute(target).symbol();
    if (symbol != null && SelectorParser.stepsBelowHeads(symbol) < 0) {
      throw new GraphException(
          GraphProblem.UNKNOWN_REVISION,
          "There is no revision '" + symbol + "'.",
          "A stamp knows no relative selectors.",
          "Name the revision itself; see `limbeck history`.");
    }
  }

  /** The rows that any of the targets concerns, in table order per target. */
  private List<Integer> concerned(List<Integer> current, List<String> targets) {
    Set<Integer> concerned = new LinkedHashSet<>();
    for (String target : targets) {
      Selector selector = SelectorParser.absolute(target);
      List<Integer> named = new ArrayList<>(stampable(target));
      if (selector.branch() != null && !current.isEmpty()) {
        named.add(resolver.identify(selector.branch()));
      }
      concerned.addAll(related(current, named));
    }
    return List.copyOf(concerned);
  }

  private List<Integer> stampable(String target) {
    checkNotBelowHeads(target);
    return resolver.all(target);
  }

  /** The rows related to any of the revisions; all rows where there is none. */
  private List<Integer> related(List<Integer> current, List<Integer> revisions) {
    if (revisions.isEmpty()) {
      return current;
    }
    BitSet related = new BitSet();
    revisions.forEach(revision -> related.or(graph.fullLineage(revision)));
    return current.stream().filter(related::get).toList();
  }

  private StampStep removal(int row) {
    String id = graph.id(row);
    return new StampStep(
        List.of(id), List.of(), Direction.DOWNGRADE, List.of(new RowOperation.Delete(id)));
  }

  private StampStep towards(int destination, List<Integer> concerned, Set<Integer> reached) {
    String id = graph.id(destination);
    List<String> to = List.of(id);
    boolean down =
        intersects(GraphIndex.reach(graph.dependents(), List.of(destination)), concerned);
    boolean up =
        intersects(GraphIndex.reach(graph.requirements(), List.of(destination)), concerned);
    List<String> from = down || up ? graph.ids(concerned) : List.of();
    Direction direction = down ? Direction.DOWNGRADE : Direction.UPGRADE;
    if (from.isEmpty() || !down && !reached.containsAll(concerned)) {
      return new StampStep(from, to, direction, List.of(new RowOperation.Insert(id)));
    }
    List<RowOperation> operations = new ArrayList<>();
    int last = from.size() - 1;
    from.subList(0, last).forEach(row -> operations.add(new RowOperation.Delete(row)));
    operations.add(new RowOperation.Update(from.get(last), id));
    return new StampStep(from, to, direction, operations);
  }

  private static boolean intersects(BitSet set, List<Integer> revisions) {
    return revisions.stream().anyMatch(set::get);
  }

  /** Whether every change matched a row; the rows are changed as far as they do. */
  private boolean apply(StampStep step, Set<Integer> rows) {
    boolean matched = true;
    for (RowOperation operation : step.rows()) {
      if (operation instanceof RowOperation.Insert insert) {
        matched &= rows.add(index(insert.revision()));
      } else if (operation instanceof RowOperation.Delete delete) {
        matched &= rows.remove(index(delete.revision()));
      } else if (operation instanceof RowOperation.Update update) {
        matched &= rows.remove(index(update.from()));
        matched &= rows.add(index(update.to()));
      }
    }
    return matched;
  }

  private Integer index(String id) {
    return resolver.identify(id);
  }

  private boolean areTips(Set<Integer> rows) {
    return tips(rows).equals(rows);
  }

  /** Those that no other is above, in the full relation. */
  private Set<Integer> tips(Set<Integer> rows) {
    List<Integer> below = new ArrayList<>();
    for (int row : rows) {
      for (int required : graph.requirements()[row]) {
        below.add(required);
      }
    }
    BitSet strictlyBelow = GraphIndex.reach(graph.requirements(), below);
    Set<Integer> tips = new LinkedHashSet<>(rows);
    tips.removeIf(strictlyBelow::get);
    return tips;
  }

  /** All rows that no destination concerns, and the destinations; of these, the tips. */
  private Set<Integer> wanted(
      List<Integer> current, List<String> targets, List<Integer> destinations) {
    Set<Integer> wanted = new LinkedHashSet<>(current);
    for (String target : targets) {
      List<Integer> named = resolver.all(target);
      String branch = SelectorParser.absolute(target).branch();
      if (named.isEmpty() && branch != null && !current.isEmpty()) {
        named = List.of(resolver.identify(branch));
      }
      related(current, named).forEach(wanted::remove);
    }
    wanted.addAll(destinations);
    return tips(wanted);
  }

  private List<StampStep> atOnce(List<Integer> current, Set<Integer> wanted) {
    List<String> from = new ArrayList<>();
    new LinkedHashSet<>(current)
        .stream().filter(row -> !wanted.contains(row)).map(graph::id).forEach(from::add);
    List<String> to = new ArrayList<>();
    wanted.stream().filter(row -> !current.contains(row)).map(graph::id).forEach(to::add);
    if (from.isEmpty() && to.isEmpty()) {
      return List.of();
    }
    List<RowOperation> operations = new ArrayList<>();
    int updates = Math.min(from.size(), to.size());
    from.subList(updates, from.size()).forEach(row -> operations.add(new RowOperation.Delete(row)));
    for (int i = 0; i < updates; i++) {
      operations.add(new RowOperation.Update(from.get(i), to.get(i)));
    }
    to.subList(updates, to.size()).forEach(row -> operations.add(new RowOperation.Insert(row)));
    boolean down =
        from.stream()
            .anyMatch(row -> intersects(graph.appliedBy(List.of(index(row))), List.copyOf(wanted)));
    return List.of(
        new StampStep(from, to, down ? Direction.DOWNGRADE : Direction.UPGRADE, operations));
  }
}
