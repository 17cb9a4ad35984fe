package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import java.util.List;

/**
 * A change of what a check demands, which can be made to one that demands something else by now:
 * two branches that add a constant each both have their way.
 *
 * @param from what it demands before
 * @param to what it demands after
 */
public record ConditionChange(CheckCondition from, CheckCondition to) {
  public ConditionChange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /** The change that an alteration makes. */
  public static ConditionChange of(AlterCheck alteration) {
    return new ConditionChange(alteration.from(), alteration.to());
  }

  /** What a check demands after the change: of lists, what the change does not know stays. */
  public CheckCondition applyTo(CheckCondition present) {
    if (present instanceof OneOf list && from instanceof OneOf old && to instanceof OneOf now) {
      return list.equals(old)
          ? now
          : new OneOf(
              now.column(), new LabelChange(old.values(), now.values()).applyTo(list.values()));
    }
    if (present instanceof OneOfNumbers list
        && from instanceof OneOfNumbers old
        && to instanceof OneOfNumbers now) {
      return list.equals(old) ? now : numbers(list, old, now);
    }
    return to;
  }

  private static OneOfNumbers numbers(OneOfNumbers list, OneOfNumbers old, OneOfNumbers now) {
    List<String> values = new LabelChange(texts(old), texts(now)).applyTo(texts(list));
    return new OneOfNumbers(now.column(), values.stream().map(Long::valueOf).toList());
  }

  private static List<String> texts(OneOfNumbers list) {
    return list.values().stream().map(String::valueOf).toList();
  }

  /** True where both are lists, so that it can be made to any third one. */
  public boolean isOfLists() {
    return from instanceof OneOf && to instanceof OneOf
        || from instanceof OneOfNumbers && to instanceof OneOfNumbers;
  }

  /** The values of a list that go, texts as they are and numbers in digits; else none. */
  public List<String> removed() {
    if (from instanceof OneOf old && to instanceof OneOf now) {
      return new LabelChange(old.values(), now.values()).removed();
    }
    if (from instanceof OneOfNumbers old && to instanceof OneOfNumbers now) {
      return new LabelChange(texts(old), texts(now)).removed();
    }
    return List.of();
  }
}
