package dev.limbeck.codegen;

import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.operation.ConditionChange;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a change that takes values away: which rows stop it, and where to say what they
 * get.
 */
final class RemapReview {
  private static final int MOST = 3;

  private RemapReview() {}

  /** For labels that go; null where none does, or each has another one. */
  static @Nullable String of(AlterEnumType operation) {
    return of(operation.refusing(), true);
  }

  /** For values of a list that go; null where none does, or each has another one. */
  static @Nullable String of(AlterCheck alteration) {
    List<String> removed = new ArrayList<>(ConditionChange.of(alteration).removed());
    removed.removeAll(alteration.remaps().keySet());
    return of(removed, alteration.from() instanceof OneOf);
  }

  private static @Nullable String of(List<String> removed, boolean texts) {
    if (removed.isEmpty()) {
      return null;
    }
    List<String> shown = removed.stream().limit(MOST).toList();
    String first = shown.get(0);
    return "Review: rows with "
        + String.join(", ", shown)
        + (removed.size() > MOST ? ", …" : "")
        + " stop this. Say what they get: "
        + (texts ? ".remap(\"" + first + "\", \"…\")" : ".remap(" + first + ", …)");
  }
}
