package dev.limbeck.filter;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Projection;
import dev.limbeck.hook.SchemaObject;
import dev.limbeck.hook.SchemaObject.Kind;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is not compared out of all sides of a comparison: what entities want, what revisions
 * lead to, and what a database has. So it is neither created, nor changed, nor dropped.
 *
 * <p>An object is decided about once, by the name that entities or revisions give it; a database
 * has it under the projected name. With a schema goes all that is in it, with a table its parts,
 * with a column the constraints and indexes on it. A constraint or index that is out on one side is
 * out on the other too, whatever it is called there. A foreign key to a table that is out stays
 * where the database has that table.
 *
 * <p>For one comparison; not safe for use by several threads.
 */
public final class ModelFilter {
  /** The decision of nobody. */
  public static final Predicate<SchemaObject> EVERYTHING = object -> true;

  private final ObjectRules rules;
  private final Predicate<SchemaObject> decision;
  private final NamingConvention names;
  private final Projection projection;
  private final Set<String> defaultSchemas;
  private final Map<SchemaObject, Boolean> decided = new HashMap<>();
  private final Set<ObjectPattern> used = new LinkedHashSet<>();
  private final Map<QualifiedName, Boolean> tables = new HashMap<>();
  private final Map<Kind, Map<QualifiedName, Boolean>> others = new HashMap<>();
  private final Map<QualifiedName, Map<Identifier, Boolean>> columns = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<QualifiedName, Table> referred = new LinkedHashMap<>();

  /**
   * @param rules the patterns
   * @param decision what a program decides: false for what is out; {@link #EVERYTHING} where there
   *     is none
   * @param names names the constraints and indexes that nobody named
   * @param projection how neutral names become those of the database
   * @param defaultSchemas what the default schema is called
   */
  public ModelFilter(
      ObjectRules rules,
      Predicate<SchemaObject> decision,
      NamingConvention names,
      Projection projection,
      Collection<String> defaultSchemas) {
    this.rules = requireNonNull(rules, "rules");
    this.decision = requireNonNull(decision, "decision");
    this.names = requireNonNull(names, "names");
    this.projection = requireNonNull(projection, "projection");
    this.defaultSchemas = Set.copyOf(defaultSchemas);
  }

  /**
   * The sides of a comparison without what is out.
   *
   * @param wanted what entities want
   * @param known what revisions lead to
   * @param live what the database has
   */
  public record Sides(DatabaseModel wanted, DatabaseModel known, DatabaseModel live) {}

  /** The sides without what is out; no name in them shows the default schema. */
  public Sides filtered(Sides all) {
    if (rules.isEmpty() && decision == EVERYTHING) {
      return all;
    }
    DatabaseModel wanted = withoutObjects(all.wanted());
    DatabaseModel known = withoutObjects(all.known());
    DatabaseModel live = withoutObjects(all.live());
    Map<QualifiedName, PartFilter> parts = parts(wanted, known, live);
    wanted = withoutDangling(with(wanted, parts), all.live());
    known = with(known, parts);
    live = with(live, parts);
    for (DatabaseModel model : List.of(wanted, known, live)) {
      model.tables().forEach(table -> table.foreignKeys().forEach(key -> refer(key, all)));
    }
    return new Sides(wanted, known, live);
  }

  /** Remembers a table that is out and that something refers to. */
  private void refer(ForeignKey key, Sides all) {
    QualifiedName name = projection.name(key.target());
    if (isOut(key.target()) && !referred.containsKey(name)) {
      Stream.of(all.wanted(), all.known(), all.live())
          .flatMap(model -> model.tables().stream())
          .filter(table -> projection.name(table.name()).equals(name))
          .findFirst()
          .ifPresent(table -> referred.put(name, table));
    }
  }

  /**
   * The tables that are out and that foreign keys refer to, as far as these keys need them: what
   * else has to be in a database where the sides can be made.
   */
  public List<Table> referred() {
    return referred.values().stream()
        .map(
            table ->
                new Table(
                    table.name(),
                    table.columns().stream()
                        .map(column -> column.withDefault(null).withGeneration(null))
                        .toList(),
                    table.constraints().stream()
                        .filter(each -> each instanceof PrimaryKey || each instanceof Unique)
                        .toList(),
                    List.of(),
                    null,
                    null))
        .toList();
  }

  /** The sides where there is no database to look at: foreign keys stay. */
  public Sides filteredOffline(DatabaseModel wanted, DatabaseModel known) {
    return filtered(new Sides(wanted, known, wanted));
  }

  /** Whether a schema is looked at; null is the default one. */
  public boolean admitsSchema(@Nullable Identifier schema) {
    if (schema != null) {
      return decide(SchemaObject.schema(schema));
    }
    return defaultSchemas.isEmpty()
        ? !rules.narrows(Kind.SCHEMA)
        : defaultSchemas.stream()
            .allMatch(
                name -> rules.admit(SchemaObject.schema(Identifier.of(name)), Set.of(), used));
  }

  /** Whether a table is out; known once the models were filtered. */
  public boolean isOut(QualifiedName table) {
    return !tables.getOrDefault(projection.name(table), true);
  }

  /** Whether a column or its table is out; known once the models were filtered. */
  public boolean isOut(QualifiedName table, Identifier column) {
    return isOut(table)
        || !columns
            .getOrDefault(projection.name(table), Map.of())
            .getOrDefault(projection.name(column), true);
  }

  /** What a person should know: foreign keys that are left out, a line for each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Patterns that named nothing, a line for each. */
  public List<String> unused() {
    return rules.unused(used);
  }

  private boolean decide(SchemaObject object) {
    return decided.computeIfAbsent(
        object, each -> rules.admit(each, defaultSchemas, used) && decision.test(each));
  }

  private DatabaseModel withoutObjects(DatabaseModel model) {
    return new DatabaseModel(
        model.schemas().stream().filter(this::admitsSchema).toList(),
        model.tables().stream().filter(this::admits).map(this::withoutColumns).toList(),
        model.sequences().stream()
            .filter(sequence -> admits(Kind.SEQUENCE, sequence.name()))
            .toList(),
        model.enumTypes().stream().filter(type -> admits(Kind.TYPE, type.name())).toList(),
        model.domains().stream().filter(domain -> admits(Kind.TYPE, domain.name())).toList());
  }

  private boolean admits(Table table) {
    return tables.computeIfAbsent(
        projection.name(table.name()), name -> admits(Kind.TABLE, table.name()));
  }

  private boolean admits(Kind kind, QualifiedName name) {
    return others
        .computeIfAbsent(kind, any -> new HashMap<>())
        .computeIfAbsent(
            projection.name(name),
            any -> admitsSchema(name.schema()) && decide(SchemaObject.of(kind, name)));
  }

  private Table withoutColumns(Table table) {
    Map<Identifier, Boolean> known =
        columns.computeIfAbsent(projection.name(table.name()), name -> new HashMap<>());
    List<Column> kept =
        table.columns().stream()
            .filter(
                column ->
                    known.computeIfAbsent(
                        projection.name(column.name()),
                        name ->
                            decide(SchemaObject.part(Kind.COLUMN, table.name(), column.name()))))
            .toList();
    return kept.size() == table.columns().size() ? table : table.withColumns(kept);
  }

  /** What is out of each table, on whichever side it is out. */
  private Map<QualifiedName, PartFilter> parts(DatabaseModel... models) {
    Map<QualifiedName, PartFilter> all = new HashMap<>();
    for (DatabaseModel model : models) {
      for (Table table : model.tables()) {
        all.computeIfAbsent(
                projection.name(table.name()),
                name -> new PartFilter(names, projection, this::decide, columns.get(name)))
            .look(table);
      }
    }
    return all;
  }

  private DatabaseModel with(DatabaseModel model, Map<QualifiedName, PartFilter> parts) {
    return replaced(model, table -> parts.get(projection.name(table.name())).kept(table));
  }

  private static DatabaseModel replaced(DatabaseModel model, Function<Table, Table> change) {
    return model.withTables(model.tables().stream().map(change).toList());
  }

  /** Without foreign keys to tables that are out and that the database lacks. */
  private DatabaseModel withoutDangling(DatabaseModel wanted, DatabaseModel live) {
    Set<QualifiedName> there = new HashSet<>();
    live.tables().forEach(each -> there.add(projection.name(each.name())));
    return replaced(
        wanted,
        table ->
            table.withConstraints(
                table.constraints().stream()
                    .filter(
                        constraint ->
                            !(constraint instanceof ForeignKey key) || stands(table, key, there))
                    .toList()));
  }

  private boolean stands(Table table, ForeignKey key, Set<QualifiedName> there) {
    boolean stands = !isOut(key.target()) || there.contains(projection.name(key.target()));
    if (!stands) {
      notes.add(
          "left out: the foreign key of "
              + table.name()
              + " "
              + key.columns()
              + " to "
              + key.target()
              + ", which is not compared and which the database does not have");
    }
    return stands;
  }
}
