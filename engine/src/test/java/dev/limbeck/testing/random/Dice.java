package dev.limbeck.testing.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Chance, the same for the same seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** True in one of so many cases. */
  boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  /** True in so many of a hundred cases. */
  boolean percent(int cases) {
    return random.nextInt(100) < cases;
  }

  /** A number from the least to the most, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** One of the values, of which there is at least one. */
  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** One of the values, or null where there are none. */
  <T> @Nullable T any(List<T> values) {
    return values.isEmpty() ? null : of(values);
  }

  /** Up to so many of the values, in any order; none where there are none. */
  <T> List<T> some(List<T> values, int most) {
    List<T> shuffled = shuffled(values);
    return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), between(1, most))));
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
