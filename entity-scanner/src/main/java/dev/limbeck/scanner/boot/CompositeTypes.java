package dev.limbeck.scanner.boot;

import dev.limbeck.LimbeckException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;

/**
 * Embeddables that are kept in one column of a composite type, which Limbeck's model has no place
 * for.
 */
final class CompositeTypes {
  private CompositeTypes() {}

  /**
   * Refuses them, since a revision without the type could not be applied.
   *
   * @throws LimbeckException LMB-119 with every class
   */
  static void refuse(Metadata metadata) {
    SortedSet<String> classes = new TreeSet<>();
    ((MetadataImplementor) metadata)
        .visitRegisteredComponents(
            component -> {
              if (component.getStructName() != null) {
                classes.add(
                    component.getComponentClassName() + ": " + component.getStructName().render());
              }
            });
    if (!classes.isEmpty()) {
      throw new LimbeckException(
          "LMB-119",
          "Embeddables are mapped to composite types, which Limbeck does not manage.\n  "
              + String.join("\n  ", classes)
              + "\n  Leave @Struct out, so that each part has a column of its own, or keep the"
              + " embeddable as JSON: @JdbcTypeCode(SqlTypes.JSON).");
    }
  }
}
