package dev.limbeck.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things recorded in order, each of which its builder may still replace while the author's chain of
 * calls goes on.
 *
 * @param <T> what is recorded
 */
final class RecordedList<T> {
  private final List<@Nullable T> items = new ArrayList<>();
  private final List<SourceLine> places = new ArrayList<>();

  /** Adds a thing that is complete. */
  void add(T item) {
    items.add(item);
    places.add(CallSite.here());
  }

  /** A place for what a builder makes step by step; the consumer takes each newer version. */
  <V> Consumer<V> slot(Function<V, T> asItem) {
    int place = items.size();
    items.add(null);
    places.add(CallSite.here());
    return value -> items.set(place, asItem.apply(value));
  }

  /**
   * The things as they now are; each one's place in the source goes into the map.
   *
   * @throws RevisionBodyException where a builder was left without what makes it complete
   */
  List<T> done(Map<Object, SourceLine> lines) {
    List<T> done = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      T item = items.get(i);
      if (item == null) {
        throw new RevisionBodyException(
            "A foreign key does not say what it refers to.\n  "
                + places.get(i)
                + "   call references(table, columns)");
      }
      lines.put(Objects.requireNonNull(item), places.get(i));
      done.add(item);
    }
    return done;
  }
}
