package dev.limbeck.scanner.boot;

import dev.limbeck.autogenerate.CounterRow;
import dev.limbeck.migration.RenamedFrom;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where each entity and attribute is kept.
 *
 * <p>An attribute's path is its entity's class and its own name, those of an embeddable's parts
 * following after dots. An attribute of several columns has a number behind it for each. One that
 * is a formula is kept nowhere. A collection has its table, and the parts {@code key} (what refers
 * to the owner), {@code element} and {@code index} (the position in a list or the key of a map).
 */
final class MappingReader {
  private final Metadata metadata;
  private final Names names;
  private final OldNames oldNames = new OldNames();
  private final SortedMap<String, String> places = new TreeMap<>();
  private final SortedMap<String, String> generators = new TreeMap<>();
  private final SortedMap<String, CounterRow> counters = new TreeMap<>();
  private final SortedMap<String, String> renamedFrom = new TreeMap<>();

  MappingReader(Metadata metadata, Names names) {
    this.metadata = metadata;
    this.names = names;
    metadata.getEntityBindings().forEach(this::add);
  }

  /** The table or column of each path. */
  SortedMap<String, String> places() {
    return places;
  }

  /** The sequence, or the table that stands for one, by the path of an id. */
  SortedMap<String, String> generators() {
    return generators;
  }

  /** The row of such a table, where it has one for each of its users, by the path of an id. */
  SortedMap<String, CounterRow> counters() {
    return counters;
  }

  /** The new name of a table or column by its old place, where {@link RenamedFrom} says one. */
  SortedMap<String, String> renamedFrom() {
    return renamedFrom;
  }

  private void add(PersistentClass entity) {
    String name = entity.getEntityName();
    Table own = entity instanceof UnionSubclass ? entity.getTable() : null;
    if (isKept(entity.getTable())) {
      QualifiedName table = names.of(entity.getTable());
      places.put(name, table.toString());
      if (entity.getMappedClass() != null) {
        addOldTables(entity.getMappedClass().getDeclaredAnnotation(RenamedFrom.class), table);
      }
    }
    if (entity instanceof RootClass root && entity.getIdentifierProperty() != null) {
      String path = name + "." + entity.getIdentifierProperty().getName();
      IdGenerators generator = IdGenerators.of(root, metadata, names);
      if (generator != null) {
        generators.put(path, generator.name().toString());
        if (generator.counter() != null) {
          counters.put(path, generator.counter());
        }
      }
    }
    if (entity instanceof RootClass || own != null) {
      if (entity.getIdentifierProperty() != null) {
        add(name, entity.getMappedClass(), entity.getIdentifierProperty(), own);
      } else if (entity.getIdentifier() instanceof Component id) {
        id.getProperties().forEach(property -> add(name, entity.getMappedClass(), property, own));
      }
    }
    // A union's subclass has the attributes of its superclasses in its own table once more.
    (own == null ? entity.getProperties() : entity.getPropertyClosure())
        .forEach(property -> add(name, entity.getMappedClass(), property, own));
  }

  private void add(String owner, @Nullable Class<?> type, Property property, @Nullable Table own) {
    if (!property.isSynthetic() && !property.getName().startsWith("_")) {
      RenamedFrom old = type == null ? null : oldNames.of(type, property.getName());
      add(owner + "." + property.getName(), property.getValue(), old, own);
    }
  }

  private void add(String path, Value value, @Nullable RenamedFrom old, @Nullable Table own) {
    if (value instanceof Component component && component.getAggregateColumn() == null) {
      Class<?> type = component.isDynamic() ? null : component.getComponentClass();
      component.getProperties().forEach(property -> add(path, type, property, own));
    } else if (value instanceof Collection collection) {
      addCollection(path, collection, old);
    } else if (!(value instanceof OneToMany) && value.getTable() != null) {
      boolean inherited = own != null && value.getTable().hasDenormalizedTables();
      addColumns(path, inherited ? own : value.getTable(), columns(value), old);
    }
  }

  private void addCollection(String path, Collection collection, @Nullable RenamedFrom old) {
    if (collection.isInverse() || collection.getCollectionTable() == null) {
      return;
    }
    if (!collection.isOneToMany()) {
      QualifiedName table = names.of(collection.getCollectionTable());
      places.put(path, table.toString());
      addOldTables(old, table);
      add(path + ".element", collection.getElement(), null, null);
    }
    add(path + ".key", collection.getKey(), null, null);
    if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
      add(path + ".index", indexed.getIndex(), null, null);
    }
  }

  /** The columns of a value, of which a formula is none. */
  private static List<Column> columns(Value value) {
    return value.getSelectables().stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .toList();
  }

  private void addOldTables(@Nullable RenamedFrom old, QualifiedName table) {
    if (old != null) {
      for (String name : old.value()) {
        renamedFrom.put(table.withName(Identifier.parse(name)).toString(), table.name().toString());
      }
    }
  }

  private void addColumns(
      String path, Table table, List<Column> columns, @Nullable RenamedFrom old) {
    if (!isKept(table)) {
      return;
    }
    QualifiedName name = names.of(table);
    for (int i = 0; i < columns.size(); i++) {
      String place = columns.size() == 1 ? path : path + "." + (i + 1);
      places.put(place, name + "." + Names.of(columns.get(i)));
    }
    if (old != null && columns.size() == 1) {
      for (String column : old.value()) {
        renamedFrom.put(name + "." + Identifier.parse(column), Names.of(columns.get(0)).toString());
      }
    }
  }

  private static boolean isKept(Table table) {
    return table.isPhysicalTable() && !table.isView();
  }
}
