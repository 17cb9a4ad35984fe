package dev.limbeck.testing.random;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Generation;
import java.util.EnumSet;
import java.util.Set;

/** Between which types a database keeps no values. */
final class Casts {
  private static final Set<Family> SIMPLE =
      EnumSet.of(Family.DECIMAL, Family.FLOATING, Family.DATE, Family.UUID, Family.INET);

  private Casts() {}

  /**
   * Whether a column gets another type where no value stands in the way: PostgreSQL may have no
   * cast for a type of the schema, or in its own words.
   */
  static Verdict verdict(Column from, Column to) {
    boolean replaced =
        to.generation() instanceof Generation.Computed
            || from.generation() instanceof Generation.Computed;
    return !replaced
            && !from.type().equals(to.type())
            && (isForeign(from.type()) || isForeign(to.type()))
        ? Verdict.UNCLEAR
        : Verdict.DONE;
  }

  private static boolean isForeign(ColumnType type) {
    if (type instanceof ArrayType array) {
      return isForeign(array.element());
    }
    Family family = Family.of(type);
    return family == Family.OWN || family == Family.NAMED;
  }

  /**
   * What becomes of a value that is none of the other type's as well. SQLite takes everything;
   * PostgreSQL goes by the value's text where it has no cast.
   */
  static Verdict verdict(String dialect, ColumnType from, ColumnType to) {
    Family one = Family.of(from);
    Family other = Family.of(to);
    return dialect.equals("postgresql")
            && one != other
            && !(one.isNumber() && other.isNumber())
            && SIMPLE.contains(one)
            && SIMPLE.contains(other)
        ? Verdict.REFUSED
        : Verdict.UNCLEAR;
  }
}
