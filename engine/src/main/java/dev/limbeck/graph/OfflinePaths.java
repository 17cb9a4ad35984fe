package dev.limbeck.graph;

import java.util.List;

/**
 * The paths for scripts, where no database tells the current state: the range {@code from:to} does.
 */
public final class OfflinePaths {

  /**
   * A plan without a database.
   *
   * @param rows the ids of the rows that the version table is taken to have
   */
  public record Plan<S>(List<String> rows, List<S> steps) {
    public Plan {
      rows = List.copyOf(rows);
      steps = List.copyOf(steps);
    }
  }

  private final RevisionGraph graph;

  OfflinePaths(RevisionGraph graph) {
    this.graph = graph;
  }

  /**
   * The steps from one state up to another.
   *
   * @param target {@code from:to}, or only the target: then from the empty state
   */
  public Plan<RevisionStep> upgrade(String target) {
    if (!SelectorRange.isRange(target)) {
      return new Plan<>(List.of(), graph.upgradeSteps(List.of(), target));
    }
    SelectorRange range = full(target);
    List<String> rows = rows(range.from(), target);
    return new Plan<>(rows, graph.upgradeSteps(rows, range.to()));
  }

  /**
   * The steps from one state down to another.
   *
   * @param target {@code from:to}
   */
  public Plan<RevisionStep> downgrade(String target) {
    if (!SelectorRange.isRange(target)) {
      throw new GraphException(
          GraphProblem.RANGE_REQUIRED,
          "A downgrade script needs to know where it starts.",
          "'" + target + "' names only where it ends.",
          "Write <from>:<to>, for example head:" + target + ".");
    }
    SelectorRange range = full(target);
    List<String> rows = rows(range.from(), target);
    return new Plan<>(rows, graph.downgradeSteps(rows, range.to()));
  }

  /**
   * The moves of the version table that lead to the targets.
   *
   * @param targets each {@code from:to} or only the target; all with the same {@code from}
   * @param purge whether the table was to be emptied, which a script cannot do
   */
  public Plan<StampStep> stamp(List<String> targets, boolean purge) {
    if (purge) {
      throw new GraphException(
          GraphProblem.PURGE_WITH_SQL,
          "A script cannot purge the version table.",
          "Purging clears rows that name no known revision; that needs the database.",
          "Leave out --purge or --sql.");
    }
    List<SelectorRange> ranges =
        targets.stream().filter(SelectorRange::isRange).map(OfflinePaths::full).toList();
    if (ranges.stream().map(SelectorRange::from).distinct().count() > 1) {
      throw SelectorRange.bad(
          String.join(" ", targets), "A stamp script starts at one revision only.");
    }
    List<String> rows =
        ranges.isEmpty() ? List.of() : rows(ranges.get(0).from(), String.join(" ", targets));
    List<String> destinations =
        targets.stream()
            .map(target -> SelectorRange.isRange(target) ? full(target).to() : target)
            .toList();
    return new Plan<>(rows, graph.stampSteps(rows, destinations));
  }

  private static SelectorRange full(String text) {
    SelectorRange range = SelectorRange.parse(text);
    if (range.from().isEmpty() || range.to().isEmpty()) {
      throw SelectorRange.bad(text, "Both ends have to be given: <from>:<to>.");
    }
    return range;
  }

  private List<String> rows(String from, String text) {
    if (from.equals(Selector.BASE)) {
      return List.of();
    }
    return graph
        .find(from)
        .map(revision -> List.of(revision.id()))
        .orElseThrow(
            () -> SelectorRange.bad(text, "It starts at no revision; for the start write base."));
  }
}
