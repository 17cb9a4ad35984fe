package dev.limbeck.operation;

import dev.limbeck.model.Check;
import dev.limbeck.model.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the checks of a domain change: by name, else by what they demand. */
public final class DomainChecks {
  private DomainChecks() {}

  /** What has to change for the checks of the second domain; those that go come first. */
  static List<Changed<Check>> between(Domain from, Domain to) {
    List<Check> rest = new ArrayList<>(from.checks());
    List<Check> added = new ArrayList<>(to.checks());
    added.removeIf(rest::remove);
    List<Changed<Check>> changes = new ArrayList<>();
    for (Check check : List.copyOf(added)) {
      Check before = find(rest, check);
      if (before != null) {
        rest.remove(before);
        added.remove(check);
        changes.add(new Changed<>(before, check));
      }
    }
    List<Changed<Check>> all = new ArrayList<>();
    rest.forEach(check -> all.add(new Changed<>(check, null)));
    all.addAll(changes);
    added.forEach(check -> all.add(new Changed<>(null, check)));
    return all;
  }

  /** The checks after some changes; a check that is not there is not changed but added. */
  static List<Check> after(List<Check> checks, List<Changed<Check>> changes) {
    List<Check> after = new ArrayList<>(checks);
    for (Changed<Check> change : changes) {
      Check like = change.from() == null ? change.to() : change.from();
      Check there = like == null ? null : find(after, like);
      if (change.to() == null) {
        after.remove(there);
      } else if (there == null) {
        after.add(change.to());
      } else {
        after.set(after.indexOf(there), change.to());
      }
    }
    return after;
  }

  /** The check of the same name, else one with the same condition, else null. */
  public static @Nullable Check find(List<Check> checks, Check like) {
    return checks.stream()
        .filter(check -> Objects.equals(check.name(), like.name()))
        .findFirst()
        .or(
            () ->
                checks.stream()
                    .filter(check -> check.condition().equals(like.condition()))
                    .findFirst())
        .orElse(null);
  }
}
