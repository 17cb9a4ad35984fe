package dev.limbeck.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is common to all renames: which are free of doubt, and in which order they can be made. */
public final class Moves {
  private Moves() {}

  /** One step of a name to another. */
  public record Step<K>(K from, K to) {}

  /**
   * The moves that are free of doubt: the old name is there before and not afterwards, the new one
   * afterwards and not before, and no two meet or part. A name that another move gives up or takes
   * counts as not there, so that names may be swapped.
   *
   * @param candidates the new names that were seen for each old one
   * @param newcomer true for an old name that something new takes, so that it is there afterwards
   *     and stands for something else
   */
  public static <K> Map<K, K> certain(
      Map<K, Set<K>> candidates, Predicate<K> before, Predicate<K> after, Predicate<K> newcomer) {
    Map<K, K> moves = new LinkedHashMap<>();
    candidates.forEach(
        (from, targets) -> {
          if (targets.size() == 1) {
            moves.put(from, targets.iterator().next());
          }
        });
    moves.entrySet().removeIf(move -> move.getKey().equals(move.getValue()));
    Set<K> once = new HashSet<>();
    Set<K> twice = new HashSet<>();
    moves.values().forEach(to -> (once.add(to) ? once : twice).add(to));
    moves.values().removeAll(twice);
    boolean changed = true;
    while (changed) {
      Set<K> sources = Set.copyOf(moves.keySet());
      Set<K> targets = Set.copyOf(moves.values());
      changed =
          moves
              .entrySet()
              .removeIf(
                  move ->
                      !before.test(move.getKey())
                          || !after.test(move.getValue())
                          || after.test(move.getKey())
                              && !targets.contains(move.getKey())
                              && !newcomer.test(move.getKey())
                          || before.test(move.getValue()) && !sources.contains(move.getValue()));
    }
    return moves;
  }

  /**
   * The moves that would be free of doubt if what has the new name now were not there: it goes at
   * the same time, so that its name would pass to something else.
   *
   * @param candidates the new names that were seen for each old one
   * @param certain the moves that can be made
   */
  public static <K> List<Step<K>> ontoOthers(
      Map<K, Set<K>> candidates, Map<K, K> certain, Predicate<K> before, Predicate<K> after) {
    List<Step<K>> steps = new ArrayList<>();
    candidates.forEach(
        (from, targets) -> {
          K to = targets.iterator().next();
          if (targets.size() == 1
              && !from.equals(to)
              && !certain.containsKey(from)
              && before.test(from)
              && before.test(to)
              && after.test(to)
              && !after.test(from)) {
            steps.add(new Step<>(from, to));
          }
        });
    return steps;
  }

  /**
   * The moves one after the other, so that each finds its new name free; circles are opened by
   * names that stand in for a moment.
   *
   * @param standIn a free name for a name
   */
  public static <K> List<Step<K>> inOrder(Map<K, K> moves, Function<K, K> standIn) {
    Map<K, K> waiting = new LinkedHashMap<>(moves);
    List<Step<K>> steps = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<K> free =
          waiting.entrySet().stream()
              .filter(move -> !waiting.containsKey(move.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (free.isEmpty()) {
        for (K from : circles(waiting)) {
          K between = standIn.apply(from);
          steps.add(new Step<>(from, between));
          waiting.put(between, waiting.remove(from));
        }
      } else {
        free.forEach(from -> steps.add(new Step<>(from, waiting.get(from))));
        waiting.keySet().removeAll(free);
      }
    }
    return steps;
  }

  /** The first name of each circle, where there is nothing but circles. */
  private static <K> List<K> circles(Map<K, K> moves) {
    List<K> firsts = new ArrayList<>();
    Set<K> seen = new HashSet<>();
    for (K first : moves.keySet()) {
      if (!seen.contains(first)) {
        firsts.add(first);
      }
      for (K name = first; seen.add(name); ) {
        name = moves.get(name);
      }
    }
    return firsts;
  }
}
