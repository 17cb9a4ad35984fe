package dev.limbeck.testing.random;

import dev.limbeck.model.Column;
import dev.limbeck.model.Generation;
import java.util.EnumSet;
import java.util.Set;

/** Which changes of a type a database refuses, even where a table is empty. */
final class Casts {
  private static final Set<Family> SIMPLE =
      EnumSet.of(
          Family.DECIMAL, Family.FLOATING, Family.DATE, Family.UUID, Family.XML, Family.INET);

  private Casts() {}

  /** SQLite takes everything; PostgreSQL has casts between some types only. */
  static Verdict verdict(String dialect, Column from, Column to) {
    boolean replaced =
        to.generation() instanceof Generation.Computed
            || from.generation() instanceof Generation.Computed;
    if (!dialect.equals("postgresql")
        || replaced
        || from.type().equals(to.type())
        || Values.common(from.type(), to.type()) != null) {
      return Verdict.DONE;
    }
    Family one = Family.of(from.type());
    Family other = Family.of(to.type());
    return one != other && SIMPLE.contains(one) && SIMPLE.contains(other)
        ? Verdict.REFUSED
        : Verdict.UNCLEAR;
  }
}
