package dev.limbeck.diff;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of labels that nobody asked for.
 *
 * <p>Hibernate sorts the labels of a {@code NAMED_ENUM} by name, so that sorted ones say nothing of
 * an order: they follow that of the type which is there, and what comes to it stands at its end.
 */
public final class LabelOrder {
  private LabelOrder() {}

  /** The wanted model, its types in the order of those that are there. */
  public static DatabaseModel following(DatabaseModel before, DatabaseModel wanted) {
    List<EnumType> types = new ArrayList<>();
    for (EnumType type : wanted.enumTypes()) {
      EnumType present = before.enumType(type.name());
      types.add(present == null || !isSorted(type.labels()) ? type : following(present, type));
    }
    return wanted.withEnumTypes(types);
  }

  private static EnumType following(EnumType present, EnumType type) {
    List<String> kept = present.labels().stream().filter(type.labels()::contains).toList();
    if (isSorted(kept)) {
      return type;
    }
    List<String> labels = new ArrayList<>(kept);
    type.labels().stream().filter(label -> !kept.contains(label)).forEach(labels::add);
    return type.withLabels(labels);
  }

  private static boolean isSorted(List<String> labels) {
    return labels.stream().sorted().toList().equals(labels);
  }
}
