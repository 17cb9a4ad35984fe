package dev.limbeck.sample;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An edit that gives something another name, and what comes of it.
 *
 * @param name what is edited
 * @param edit the edit
 * @param answers what the developer says about it, as options
 * @param upgrade the body of the revision's upgrade, or null where none is written
 * @param refusal what the error says, or null where a revision is written
 * @param keepsRows true where no value is lost, neither up nor down
 */
record RenameScenario(
    String name,
    UnaryOperator<EditedEntities> edit,
    List<String> answers,
    @Nullable String upgrade,
    @Nullable String refusal,
    boolean keepsRows) {

  /** The mapping tells all. */
  static RenameScenario certain(String name, UnaryOperator<EditedEntities> edit, String upgrade) {
    return new RenameScenario(name, edit, List.of(), upgrade, null, true);
  }

  /** The developer tells. */
  static RenameScenario answered(
      String name, UnaryOperator<EditedEntities> edit, String answer, String upgrade) {
    return new RenameScenario(
        name, edit, List.of(answer.split(" ")), upgrade, null, !answer.endsWith(":-"));
  }

  /** Nobody tells, and nothing is written. */
  static RenameScenario refused(String name, UnaryOperator<EditedEntities> edit, String refusal) {
    return new RenameScenario(name, edit, List.of(), null, refusal, true);
  }

  /** It is no rename, whatever it looks like. */
  static RenameScenario vetoed(String name, UnaryOperator<EditedEntities> edit, String upgrade) {
    return new RenameScenario(name, edit, List.of(), upgrade, null, false);
  }

  @Override
  public String toString() {
    return name;
  }
}
