package dev.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Two lists in pairs: each element with at most one of the other list.
 *
 * @param pairs what belongs together
 * @param onlyLeft what has no partner on the right
 * @param onlyRight what has no partner on the left
 * @param <T> what is paired
 */
record Pairing<T>(List<Pair<T>> pairs, List<T> onlyLeft, List<T> onlyRight) {

  /** Two elements that belong together. */
  record Pair<T>(T left, T right) {}

  /**
   * Pairs what the strongest of the tests holds for; a weaker test sees what the stronger ones left
   * over.
   */
  static <T> Pairing<T> of(
      List<? extends T> left, List<? extends T> right, List<BiPredicate<T, T>> tests) {
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> leftOver = new ArrayList<>(left);
    List<T> rightOver = new ArrayList<>(right);
    for (BiPredicate<T, T> test : tests) {
      leftOver.removeIf(
          element -> {
            for (int i = 0; i < rightOver.size(); i++) {
              if (test.test(element, rightOver.get(i))) {
                pairs.add(new Pair<>(element, rightOver.remove(i)));
                return true;
              }
            }
            return false;
          });
    }
    return new Pairing<>(pairs, List.copyOf(leftOver), List.copyOf(rightOver));
  }
}
