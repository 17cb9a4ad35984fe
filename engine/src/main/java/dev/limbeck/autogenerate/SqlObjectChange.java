package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.SqlObject.Statements;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an object that is made by SQL.
 *
 * @param object the object
 * @param steps what happens on each dialect; a dialect on which nothing does is not there
 * @param sides what each side has of it, by dialect
 */
record SqlObjectChange(
    SqlObject object, Map<String, Step> steps, Map<String, SqlObjectSides> sides) {
  SqlObjectChange {
    requireNonNull(object, "object");
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
  }

  /** What goes and what comes on one dialect; null for nothing. */
  record Step(@Nullable Statements gone, @Nullable Statements comes) {

    boolean isEmpty() {
      return gone == null && comes == null;
    }
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** True where something of it goes, whatever comes then. */
  boolean goes() {
    return steps.values().stream().anyMatch(step -> step.gone() != null);
  }
}
