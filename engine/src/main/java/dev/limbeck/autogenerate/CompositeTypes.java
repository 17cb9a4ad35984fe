package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.Table;
import dev.limbeck.model.VariantType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the composite types that tables cannot be made without. */
final class CompositeTypes {
  private CompositeTypes() {}

  /** Those of the tables' columns, and those that such types are made of, in the order given. */
  static List<SqlObject> of(List<SqlObject> objects, List<Table> tables, String dialect) {
    Set<Identifier> names = new HashSet<>();
    for (Table table : tables) {
      for (Column column : table.columns()) {
        names(column.type(), dialect).forEach(names::add);
      }
    }
    Set<SqlObject> found = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (SqlObject object : objects) {
        if (object.kind() == Kind.COMPOSITE_TYPE
            && object.object() != null
            && names.contains(object.object().name())
            && found.add(object)) {
          names.addAll(ViewOrder.names(object));
          more = true;
        }
      }
    }
    return objects.stream().filter(found::contains).toList();
  }

  private static Stream<Identifier> names(ColumnType type, String dialect) {
    if (type instanceof VariantType variant) {
      return names(variant.forDialect(dialect), dialect);
    }
    if (type instanceof ArrayType array) {
      return names(array.element(), dialect);
    }
    if (type instanceof NamedType named) {
      return Stream.of(named.name().name());
    }
    return type instanceof NativeType only ? ViewOrder.names(only.sql()) : Stream.of();
  }
}
