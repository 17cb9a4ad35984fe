package dev.limbeck.autogenerate;

import dev.limbeck.filter.ModelFilter;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The tables and columns that entities want and that are not compared. */
final class LeftOut {
  private LeftOut() {}

  /**
   * Their places as mappings spell them.
   *
   * @param wanted what the entities want
   * @param plain a name without the default schema
   */
  static Set<String> of(
      DatabaseModel wanted, ModelFilter filter, UnaryOperator<QualifiedName> plain) {
    Set<String> places = new HashSet<>();
    for (Table table : wanted.tables()) {
      QualifiedName name = plain.apply(table.name());
      if (filter.isOut(name)) {
        places.add(table.name().toString());
      }
      for (Column column : table.columns()) {
        if (filter.isOut(name, column.name())) {
          places.add(table.name() + "." + column.name());
        }
      }
    }
    return places;
  }
}
