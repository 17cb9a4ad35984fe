package dev.limbeck.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which places of two lists belong to each other, so that as many equal items as possible stay
 * where they are, and which of the others only moved.
 */
final class SequenceDifference {
  private static final int NOWHERE = -1;
  private static final long MOST_COMPARISONS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final int[] kept;
  private final int[] moved;

  private SequenceDifference(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.kept = new int[before.size()];
    this.moved = new int[before.size()];
    Arrays.fill(kept, NOWHERE);
    Arrays.fill(moved, NOWHERE);
  }

  static SequenceDifference of(List<String> before, List<String> after) {
    SequenceDifference difference = new SequenceDifference(List.copyOf(before), List.copyOf(after));
    difference.keep();
    difference.move();
    return difference;
  }

  /** A stretch of both lists in which nothing stayed. */
  record Stretch(List<Integer> removed, List<Integer> added) {}

  /** The stretches between what stayed, without what moved. */
  List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int j = 0;
    List<Integer> removed = new ArrayList<>();
    for (int i = 0; i <= before.size(); i++) {
      int end = i == before.size() ? after.size() : kept[i];
      if (end == NOWHERE) {
        if (moved[i] == NOWHERE) {
          removed.add(i);
        }
        continue;
      }
      List<Integer> added = new ArrayList<>();
      for (; j < end; j++) {
        if (!arrived(j)) {
          added.add(j);
        }
      }
      j = end + 1;
      if (!removed.isEmpty() || !added.isEmpty()) {
        stretches.add(new Stretch(List.copyOf(removed), added));
      }
      removed.clear();
    }
    return stretches;
  }

  /** The place to which the item at this place moved, or -1. */
  int movedTo(int place) {
    return moved[place];
  }

  private boolean arrived(int place) {
    return Arrays.stream(moved).anyMatch(to -> to == place);
  }

  private void keep() {
    int begin = 0;
    int endBefore = before.size();
    int endAfter = after.size();
    while (begin < endBefore && begin < endAfter && same(begin, begin)) {
      kept[begin] = begin;
      begin++;
    }
    while (endBefore > begin && endAfter > begin && same(endBefore - 1, endAfter - 1)) {
      endBefore--;
      endAfter--;
      kept[endBefore] = endAfter;
    }
    if ((long) (endBefore - begin) * (endAfter - begin) <= MOST_COMPARISONS) {
      keepMost(begin, endBefore, endAfter);
    }
  }

  private void keepMost(int begin, int endBefore, int endAfter) {
    int[][] common = new int[endBefore - begin + 1][endAfter - begin + 1];
    for (int i = endBefore - 1; i >= begin; i--) {
      for (int j = endAfter - 1; j >= begin; j--) {
        common[i - begin][j - begin] =
            same(i, j)
                ? common[i - begin + 1][j - begin + 1] + 1
                : Math.max(common[i - begin + 1][j - begin], common[i - begin][j - begin + 1]);
      }
    }
    int i = begin;
    int j = begin;
    while (i < endBefore && j < endAfter) {
      if (same(i, j)) {
        kept[i++] = j++;
      } else if (common[i - begin + 1][j - begin] >= common[i - begin][j - begin + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void move() {
    boolean[] taken = new boolean[after.size()];
    Arrays.stream(kept).filter(to -> to != NOWHERE).forEach(to -> taken[to] = true);
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; kept[i] == NOWHERE && moved[i] == NOWHERE && j < after.size(); j++) {
        if (!taken[j] && same(i, j)) {
          moved[i] = j;
          taken[j] = true;
        }
      }
    }
  }

  private boolean same(int i, int j) {
    return before.get(i).equals(after.get(j));
  }
}
