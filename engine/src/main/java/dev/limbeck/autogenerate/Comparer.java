package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.CatalogReader.Beyond;
import dev.limbeck.dialect.CatalogReader.Unstated;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.LabelOrder;
import dev.limbeck.diff.Reconciled;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.filter.ModelFilter;
import dev.limbeck.introspect.Introspector;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.RenameTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a live database with what the entities want.
 *
 * <p>Where several dialects are configured, what the revisions lead to explains the database first,
 * so that a change which this database cannot show is found all the same.
 *
 * @param dialect the database's dialect
 * @param introspector reads the database
 * @param rules what the project says itself
 * @param hidden Limbeck's own tables
 * @param severalDialects true where the revisions have to hold on other databases too
 * @param dropUnknown true to drop what neither the entities nor the revisions know
 * @param adopted what a first revision took over and no entity knew, as strangers are called
 */
public record Comparer(
    Dialect dialect,
    Introspector introspector,
    ComparisonRules rules,
    Set<QualifiedName> hidden,
    boolean severalDialects,
    boolean dropUnknown,
    Set<String> adopted) {
  public Comparer {
    adopted = Set.copyOf(adopted);
  }

  /** The same, which says of strangers that a revision made them where one did. */
  public Comparer knowing(Set<String> strangers) {
    return new Comparer(
        dialect, introspector, rules, hidden, severalDialects, dropUnknown, strangers);
  }

  /** The same, which takes what nobody knows for something to drop, or leaves it alone. */
  public Comparer keepingStrangers(boolean value) {
    return new Comparer(dialect, introspector, rules, hidden, severalDialects, value, adopted);
  }

  /** The same with another reader of the database. */
  public Comparer reading(Introspector value) {
    return new Comparer(dialect, value, rules, hidden, severalDialects, dropUnknown, adopted);
  }

  /** What is read of the database where entities want no more schemas and sequences than these. */
  public CatalogScope scope(Connection connection, DatabaseModel known) throws SQLException {
    String defaultSchema = dialect.catalog().defaultSchema(connection);
    return scope(List.of(known), rules.filter(dialect.projection(), defaultSchema));
  }

  /** Nothing was adopted. */
  public Comparer(
      Dialect dialect,
      Introspector introspector,
      ComparisonRules rules,
      Set<QualifiedName> hidden,
      boolean severalDialects,
      boolean dropUnknown) {
    this(dialect, introspector, rules, hidden, severalDialects, dropUnknown, Set.of());
  }

  /** Beside names, the project says nothing. */
  public Comparer(
      Dialect dialect,
      Introspector introspector,
      NamingConvention names,
      Set<QualifiedName> hidden,
      boolean severalDialects,
      boolean dropUnknown) {
    this(dialect, introspector, ComparisonRules.of(names), hidden, severalDialects, dropUnknown);
  }

  /**
   * A comparison with its two sides, in neutral terms and without the default schema's name.
   *
   * @param before what the database has of what entities or revisions know
   * @param wanted what the entities want, or what hooks have the revision lead to
   * @param referred tables that are not compared and that foreign keys of the sides refer to
   */
  public record Sides(
      Comparison comparison, DatabaseModel before, DatabaseModel wanted, List<Table> referred) {
    public Sides {
      referred = List.copyOf(referred);
      requireNonNull(comparison, "comparison");
      requireNonNull(before, "before");
      requireNonNull(wanted, "wanted");
    }

    /** A side with the tables that its foreign keys need. */
    public DatabaseModel complete(DatabaseModel side) {
      List<Table> all = new ArrayList<>(side.tables());
      all.addAll(referred);
      return side.withTables(all);
    }
  }

  private record Attempted(Reconciled before, DatabaseModel model, List<Operation> renames) {}

  /**
   * Compares.
   *
   * @param replay what the applied revisions lead to
   * @param wanted what the entities want
   * @param renaming what is known about renames
   * @throws dev.limbeck.LimbeckException LMB-27x where it is not clear what is renamed
   */
  public Comparison compare(
      Connection connection, DatabaseModel replay, DatabaseModel wanted, Renaming renaming)
      throws SQLException {
    return sides(connection, replay, wanted, renaming).comparison();
  }

  /** As {@link #compare}, with what was compared. */
  public Sides sides(
      Connection connection, DatabaseModel replay, DatabaseModel wanted, Renaming renaming)
      throws SQLException {
    String defaultSchema = dialect.catalog().defaultSchema(connection);
    Reconciler plain = new Reconciler(dialect, List.of(), defaultSchema, false, Set.of());
    ModelFilter filter = rules.filter(dialect.projection(), defaultSchema);
    DatabaseModel present =
        introspector.read(connection, dialect, scope(List.of(wanted, replay), filter));
    ModelFilter.Sides sides =
        filter.filtered(
            new ModelFilter.Sides(
                plain.withoutDefaultSchema(wanted), plain.withoutDefaultSchema(replay), present));
    DatabaseModel known = sides.known();
    DatabaseModel live = sides.live();
    DatabaseModel target = withDomains(sides.wanted(), known, live);
    RenameSearch search =
        new RenameSearch(
            new KnownSchema(known, live, dialect.projection()), target, renaming, plain::plain);
    HookedColumns hooked = new HookedColumns(rules.hooks(), dialect.name());
    RenameSearch.Settled<Attempted> settled =
        search.settled(
            rules.names(),
            renames -> {
              DatabaseModel stored = RenameSearch.played(live, search.stored(renames));
              Reconciled found =
                  reconciler(RenameSearch.played(known, renames), target, defaultSchema)
                      .reconcile(stored, connection);
              DatabaseModel before =
                  hooked.decided(
                      withoutMissingSchemas(found.model(), known, renames),
                      target,
                      (table, column) -> column(stored, table, column));
              return new RenameSearch.Attempt<>(
                  before,
                  new Differ(rules.names(), present)
                      .diff(before, LabelOrder.following(before, target)),
                  new Attempted(found, before, renames));
            });
    Reconciled found = settled.found().before();
    DatabaseModel model = settled.found().model();
    DatabaseModel before = RenameSearch.played(model, Inverse.of(settled.found().renames()));
    BeyondFacts beyond =
        BeyondFacts.among(
            dialect, beyond(connection, List.of(target, known), filter), model, target);
    List<String> dialects = rules.dialects().isEmpty() ? List.of(dialect.name()) : rules.dialects();
    Comparison comparison =
        rules
            .compared(settled.operations(), model, target)
            .convertingValues(dialects)
            .keepingData(search.moved(), model, target, dialects)
            .plus(beyond.repairs());
    List<String> notes = new ArrayList<>(comparison.notes());
    notes.addAll(notes(found, settled.unanswered(), hooked));
    notes.addAll(filter.notes());
    notes.addAll(filter.unused());
    notes.addAll(beyond.notes());
    return new Sides(
        comparison.withNotes(notes).withLeftOut(LeftOut.of(wanted, filter, plain::plain)),
        before,
        comparison.leadsTo(before, LabelOrder.following(model, target)),
        filter.referred());
  }

  /**
   * Entities use domains, and make none: they want those that revisions made, and of the others
   * those that they use, as these are.
   */
  private DatabaseModel withDomains(DatabaseModel wanted, DatabaseModel known, DatabaseModel live) {
    if (live.domains().isEmpty()) {
      return wanted.withDomains(known.domains());
    }
    List<Domain> domains = new ArrayList<>(known.domains());
    DatabaseModel shown = dialect.projection().model(wanted);
    Set<QualifiedName> made = new HashSet<>();
    known.domains().forEach(domain -> made.add(dialect.projection().name(domain.name())));
    for (Domain domain : live.domains()) {
      if (!made.contains(domain.name())
          && !EnumReferences.columns(shown, domain.name()).isEmpty()) {
        domains.add(domain);
      }
    }
    return wanted.withDomains(domains);
  }

  /**
   * A database without schemas seems to have the schema that a table moves to, which is still to be
   * made for the others.
   */
  private DatabaseModel withoutMissingSchemas(
      DatabaseModel model, DatabaseModel known, List<Operation> renames) {
    if (dialect.projection().hasSchemas()) {
      return model;
    }
    Set<Identifier> schemas = new HashSet<>(model.schemas());
    for (Operation operation : renames) {
      if (operation instanceof RenameTable move && move.to().schema() != null) {
        schemas.remove(move.to().schema());
      }
    }
    known.tables().forEach(table -> addSchema(schemas, table.name()));
    schemas.addAll(known.schemas());
    schemas.retainAll(model.schemas());
    return model.withSchemas(schemas);
  }

  private @Nullable Column column(DatabaseModel stored, QualifiedName table, Column column) {
    Table found = stored.table(dialect.projection().name(table));
    return found == null ? null : found.column(dialect.projection().name(column.name()));
  }

  private Reconciler reconciler(
      DatabaseModel replay, DatabaseModel wanted, @Nullable String defaultSchema) {
    return new Reconciler(
        dialect,
        severalDialects ? List.of(replay, wanted) : List.of(wanted, replay),
        defaultSchema,
        dropUnknown,
        replay.schemas());
  }

  private List<String> notes(Reconciled before, List<LookAlike> unanswered, HookedColumns hooked) {
    List<String> notes = new ArrayList<>();
    unanswered.forEach(alike -> notes.add("may be a rename: " + alike));
    if (!dropUnknown) {
      before
          .strangers()
          .forEach(
              line ->
                  notes.add(
                      (isAdopted(line)
                              ? "adopted and not known to entities, left alone: "
                              : "not known to entities or revisions, left alone: ")
                          + line));
    }
    before.unverified().stream()
        .filter(line -> !hooked.isDecided(line))
        .forEach(line -> notes.add("not verified, counts as different: " + line));
    return notes;
  }

  /** Of a part, the columns stand behind its name. */
  private boolean isAdopted(String stranger) {
    return adopted.stream()
        .anyMatch(each -> stranger.equals(each) || stranger.startsWith(each + " ["));
  }

  /** What tables that somebody knows have beyond what can be compared. */
  private List<Beyond> beyond(Connection connection, List<DatabaseModel> models, ModelFilter filter)
      throws SQLException {
    Set<QualifiedName> known = new HashSet<>();
    models.forEach(
        model ->
            model.tables().forEach(table -> known.add(dialect.projection().name(table.name()))));
    return dialect.catalog().beyond(connection, scope(models, filter)).stream()
        .filter(fact -> known.contains(fact.table()))
        .toList();
  }

  /**
   * What a database has that operations cannot make.
   *
   * @param read what was read of the database: its tables, and its schemas
   */
  public List<Unstated> unstated(Connection connection, DatabaseModel read) throws SQLException {
    ModelFilter filter =
        rules.filter(dialect.projection(), dialect.catalog().defaultSchema(connection));
    Set<QualifiedName> tables = new HashSet<>();
    read.tables().forEach(table -> tables.add(dialect.projection().name(table.name())));
    List<Unstated> facts = new ArrayList<>();
    beyond(connection, List.of(read), filter)
        .forEach(each -> facts.add(new Unstated(Unstated.TABLE, each.table(), each.fact())));
    dialect.catalog().unstated(connection, scope(List.of(read), filter)).stream()
        .filter(each -> !each.kind().equals(Unstated.TABLE) || tables.contains(each.object()))
        .forEach(facts::add);
    return facts;
  }

  /** Schemas that are out are not read, but those that foreign keys lead to. */
  private CatalogScope scope(List<DatabaseModel> models, ModelFilter filter) {
    Set<Identifier> schemas = new HashSet<>();
    Set<QualifiedName> sequences = new HashSet<>();
    for (DatabaseModel model : models) {
      schemas.addAll(model.schemas());
      model.tables().forEach(table -> addSchema(schemas, table.name()));
      for (Sequence sequence : model.sequences()) {
        addSchema(schemas, sequence.name());
        sequences.add(dialect.projection().name(sequence.name()));
      }
      model.enumTypes().forEach(type -> addSchema(schemas, type.name()));
    }
    schemas.removeIf(schema -> !filter.admitsSchema(schema));
    for (DatabaseModel model : models) {
      model
          .tables()
          .forEach(table -> table.foreignKeys().forEach(key -> addSchema(schemas, key.target())));
    }
    return new CatalogScope(schemas, null, sequences, hidden);
  }

  private static void addSchema(Set<Identifier> schemas, QualifiedName name) {
    if (name.schema() != null) {
      schemas.add(name.schema());
    }
  }
}
