package dev.limbeck.migration;

import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A change of what a check demands. */
public final class CheckChange {
  private final Consumer<AlterCheck> changed;
  private AlterCheck change;

  CheckChange(AlterCheck change, Consumer<AlterCheck> changed) {
    this.changed = changed;
    this.change = change;
    changed.accept(change);
  }

  /**
   * Gives rows that hold a text which goes from the list another one, between the old demand and
   * the new one. Rows that meet the new demand neither by themselves nor so refuse the change.
   */
  public CheckChange remap(String from, String to) {
    return with(change.from() instanceof OneOf, from, to);
  }

  /** As {@link #remap(String, String)}, for a number. */
  public CheckChange remap(long from, long to) {
    boolean numbers = !(change.from() instanceof OneOf) && !change.from().columns().isEmpty();
    return with(numbers, Long.toString(from), Long.toString(to));
  }

  private CheckChange with(boolean fits, String from, String to) {
    if (!fits) {
      throw new RevisionBodyException(
          "A remap does not fit its check.\n  "
              + CallSite.here()
              + "   remap("
              + from
              + ", "
              + to
              + "): texts for a list of texts, numbers for one of numbers;"
              + " before any other check, change the rows in an execute");
    }
    Map<String, String> remaps = new LinkedHashMap<>(change.remaps());
    remaps.put(from, to);
    change = new AlterCheck(change.name(), change.condition(), remaps);
    changed.accept(change);
    return this;
  }
}
