package dev.limbeck.diff;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Unique;
import java.util.Set;

/**
 * When two constraints or two indexes are the same, and when one is another state of the other.
 *
 * <p>Names do not count: databases and mappings give them as they like. The order of a primary
 * key's columns does not count either, since Hibernate's own varies between runs.
 */
final class ConstraintMatching {
  private ConstraintMatching() {}

  /** True when the two demand the same. */
  static boolean same(Constraint a, Constraint b) {
    if (a instanceof PrimaryKey && b instanceof PrimaryKey) {
      return Set.copyOf(a.columns()).equals(Set.copyOf(b.columns()));
    }
    return a.withName(null).equals(b.withName(null));
  }

  /** True when the two index the same. */
  static boolean same(Index a, Index b) {
    return a.withName(null).equals(b.withName(null));
  }

  /** True when the two are about the same thing, so that one replaces the other. */
  static boolean sameSubject(Constraint a, Constraint b) {
    if (a.getClass() != b.getClass()) {
      return false;
    }
    boolean sameName = a.name() != null && a.name().equals(b.name());
    if (a instanceof PrimaryKey || sameName) {
      return true;
    }
    if (a instanceof Unique || a instanceof ForeignKey) {
      return a.columns().equals(b.columns());
    }
    CheckCondition left = ((Check) a).condition();
    CheckCondition right = ((Check) b).condition();
    return left.getClass() == right.getClass()
        && !left.columns().isEmpty()
        && left.columns().equals(right.columns());
  }

  /** True when the two are about the same thing, so that one replaces the other. */
  static boolean sameSubject(Index a, Index b) {
    return a.name() != null && a.name().equals(b.name())
        || !a.columns().isEmpty()
            && a.columns().equals(b.columns())
            && a.parts().size() == b.parts().size();
  }
}
