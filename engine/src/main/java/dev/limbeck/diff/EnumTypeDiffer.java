package dev.limbeck.diff;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.LabelChange;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds what makes the labels of enumerated types those of another model.
 *
 * <p>Labels come before all tables change, and go after it: defaults, checks and rows of both sides
 * find theirs, in either direction.
 */
final class EnumTypeDiffer {
  private final DatabaseModel from;
  private final DatabaseModel to;

  EnumTypeDiffer(DatabaseModel from, DatabaseModel to) {
    this.from = from;
    this.to = to;
  }

  /** The labels that come, and another order of those that stay. */
  List<AlterEnumType> expansions() {
    List<AlterEnumType> operations = new ArrayList<>();
    for (EnumType type : to.enumTypes()) {
      EnumType before = from.enumType(type.name());
      if (before != null) {
        add(operations, type.name(), before.labels(), both(before, type), from);
      }
    }
    return operations;
  }

  /** The labels that go. */
  List<AlterEnumType> contractions() {
    List<AlterEnumType> operations = new ArrayList<>();
    for (EnumType type : to.enumTypes()) {
      EnumType before = from.enumType(type.name());
      if (before != null) {
        add(operations, type.name(), both(before, type), type.labels(), to);
      }
    }
    return operations;
  }

  /** All labels of both sides; in the old order where nothing comes and the rest keeps its own. */
  private static List<String> both(EnumType before, EnumType after) {
    return LabelChange.onlyAdds(after.labels(), before.labels())
        ? before.labels()
        : new LabelChange(List.of(), after.labels()).applyTo(before.labels());
  }

  private static void add(
      List<AlterEnumType> operations,
      QualifiedName name,
      List<String> before,
      List<String> after,
      DatabaseModel model) {
    if (!before.equals(after)) {
      operations.add(
          new AlterEnumType(
              name,
              new Changed<>(before, after),
              Map.of(),
              EnumReferences.columns(model, name),
              false));
    }
  }
}
