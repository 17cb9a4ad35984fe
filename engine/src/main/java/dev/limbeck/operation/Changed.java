package dev.limbeck.operation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact before and after.
 *
 * @param from the fact before; null where it was absent
 * @param to the fact after; null where it is absent
 * @param <T> the type of the fact
 */
public record Changed<T>(@Nullable T from, @Nullable T to) {

  /** The change, or null where both are equal. */
  public static <T> @Nullable Changed<T> between(@Nullable T from, @Nullable T to) {
    return Objects.equals(from, to) ? null : new Changed<>(from, to);
  }

  /** The change in the other direction. */
  public Changed<T> swap() {
    return new Changed<>(to, from);
  }

  /** The change in the other direction; null for null. */
  static <T> @Nullable Changed<T> swap(@Nullable Changed<T> change) {
    return change == null ? null : change.swap();
  }
}
