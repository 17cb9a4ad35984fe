package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema: all that tables, sequences and types are, independent of any dialect.
 *
 * <p>Three suppliers make one: the scanner (what the entities want), the introspector (what a
 * database has) and the replay (what the revisions lead to). Two models are equal when they hold
 * the same objects, in whatever order.
 */
public final class DatabaseModel {
  private static final DatabaseModel EMPTY =
      new DatabaseModel(List.of(), List.of(), List.of(), List.of());

  private final Set<Identifier> schemas;
  private final Map<QualifiedName, Table> tables;
  private final Map<QualifiedName, Sequence> sequences;
  private final Map<QualifiedName, EnumType> enumTypes;
  private final Map<QualifiedName, Domain> domains;

  /**
   * @param schemas the schemas that are named, the default schema not among them
   * @param tables the tables, of distinct names
   * @param sequences the sequences, of distinct names
   * @param enumTypes the enumerated types, of distinct names
   * @param domains the domains, of distinct names
   */
  public DatabaseModel(
      Collection<Identifier> schemas,
      Collection<Table> tables,
      Collection<Sequence> sequences,
      Collection<EnumType> enumTypes,
      Collection<Domain> domains) {
    this.schemas = Collections.unmodifiableSet(new TreeSet<>(schemas));
    this.tables = byName("tables", tables, Table::name);
    this.sequences = byName("sequences", sequences, Sequence::name);
    this.enumTypes = byName("types", enumTypes, EnumType::name);
    this.domains = byName("domains", domains, Domain::name);
  }

  /** Of maps that nobody changes any more, each object under its name. */
  private DatabaseModel(
      Set<Identifier> schemas,
      Map<QualifiedName, Table> tables,
      Map<QualifiedName, Sequence> sequences,
      Map<QualifiedName, EnumType> enumTypes,
      Map<QualifiedName, Domain> domains) {
    this.schemas = schemas;
    this.tables = tables;
    this.sequences = sequences;
    this.enumTypes = enumTypes;
    this.domains = domains;
  }

  /** A model without domains. */
  public DatabaseModel(
      Collection<Identifier> schemas,
      Collection<Table> tables,
      Collection<Sequence> sequences,
      Collection<EnumType> enumTypes) {
    this(schemas, tables, sequences, enumTypes, List.of());
  }

  /** A database with nothing in it. */
  public static DatabaseModel empty() {
    return EMPTY;
  }

  /** A model with these tables and nothing else. */
  public static DatabaseModel of(Table... tables) {
    return new DatabaseModel(List.of(), List.of(tables), List.of(), List.of());
  }

  public Set<Identifier> schemas() {
    return schemas;
  }

  /** The tables, in the order in which they were given. */
  public List<Table> tables() {
    return List.copyOf(tables.values());
  }

  public List<Sequence> sequences() {
    return List.copyOf(sequences.values());
  }

  public List<EnumType> enumTypes() {
    return List.copyOf(enumTypes.values());
  }

  public List<Domain> domains() {
    return List.copyOf(domains.values());
  }

  /** The domain of a name, or null. */
  public @Nullable Domain domain(QualifiedName name) {
    return domains.get(name);
  }

  public DatabaseModel withDomains(Collection<Domain> value) {
    return new DatabaseModel(
        schemas, tables.values(), sequences.values(), enumTypes.values(), value);
  }

  /** The table of a name, or null. */
  public @Nullable Table table(QualifiedName name) {
    return tables.get(name);
  }

  /** The sequence of a name, or null. */
  public @Nullable Sequence sequence(QualifiedName name) {
    return sequences.get(name);
  }

  /** The enumerated type of a name, or null. */
  public @Nullable EnumType enumType(QualifiedName name) {
    return enumTypes.get(name);
  }

  public boolean isEmpty() {
    return schemas.isEmpty()
        && tables.isEmpty()
        && sequences.isEmpty()
        && enumTypes.isEmpty()
        && domains.isEmpty();
  }

  public DatabaseModel withSchemas(Collection<Identifier> value) {
    return new DatabaseModel(
        value, tables.values(), sequences.values(), enumTypes.values(), domains.values());
  }

  public DatabaseModel withTables(Collection<Table> value) {
    return new DatabaseModel(
        schemas, value, sequences.values(), enumTypes.values(), domains.values());
  }

  public DatabaseModel withSequences(Collection<Sequence> value) {
    return new DatabaseModel(schemas, tables.values(), value, enumTypes.values(), domains.values());
  }

  public DatabaseModel withEnumTypes(Collection<EnumType> value) {
    return new DatabaseModel(schemas, tables.values(), sequences.values(), value, domains.values());
  }

  /**
   * This model with a table put in the place of the one of this name, which may be its old name, or
   * at the end.
   */
  public DatabaseModel replacing(QualifiedName name, Table table) {
    return new DatabaseModel(
        schemas,
        replaced("tables", tables, name, table, Table::name),
        sequences,
        enumTypes,
        domains);
  }

  /** This model without the table of a name. */
  public DatabaseModel withoutTable(QualifiedName name) {
    return new DatabaseModel(schemas, without(tables, name), sequences, enumTypes, domains);
  }

  /** This model with a sequence put in the place of the one of this name, or at the end. */
  public DatabaseModel replacing(QualifiedName name, Sequence sequence) {
    return new DatabaseModel(
        schemas,
        tables,
        replaced("sequences", sequences, name, sequence, Sequence::name),
        enumTypes,
        domains);
  }

  /** This model without the sequence of a name. */
  public DatabaseModel withoutSequence(QualifiedName name) {
    return new DatabaseModel(schemas, tables, without(sequences, name), enumTypes, domains);
  }

  private static <T> Map<QualifiedName, T> without(
      Map<QualifiedName, T> objects, QualifiedName name) {
    Map<QualifiedName, T> all = new LinkedHashMap<>(objects);
    all.remove(name);
    return Collections.unmodifiableMap(all);
  }

  private static <T> Map<QualifiedName, T> replaced(
      String what,
      Map<QualifiedName, T> objects,
      QualifiedName name,
      T object,
      Function<T, QualifiedName> nameOf) {
    Map<QualifiedName, T> all = new LinkedHashMap<>(objects);
    all.put(name, object);
    return nameOf.apply(object).equals(name)
        ? Collections.unmodifiableMap(all)
        : byName(what, all.values(), nameOf);
  }

  private static <T> Map<QualifiedName, T> byName(
      String what, Collection<T> objects, Function<T, QualifiedName> name) {
    Map<QualifiedName, T> map = new LinkedHashMap<>();
    for (T object : objects) {
      requireNonNull(object, what);
      if (map.putIfAbsent(name.apply(object), object) != null) {
        throw new LimbeckException(
            "LMB-215", "Two " + what + " have one name: " + name.apply(object) + ".");
      }
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatabaseModel that
        && schemas.equals(that.schemas)
        && tables.equals(that.tables)
        && sequences.equals(that.sequences)
        && enumTypes.equals(that.enumTypes)
        && domains.equals(that.domains);
  }

  @Override
  public int hashCode() {
    return tables.keySet().hashCode();
  }

  @Override
  public String toString() {
    return "DatabaseModel"
        + List.of(
            schemas, tables.values(), sequences.values(), enumTypes.values(), domains.values());
  }
}
