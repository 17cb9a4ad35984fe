package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.LabelOrder;
import dev.limbeck.diff.Reconciled;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.introspect.Introspector;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
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
 * @param names names what nobody named
 * @param hidden Limbeck's own tables
 * @param severalDialects true where the revisions have to hold on other databases too
 * @param dropUnknown true to drop what neither the entities nor the revisions know
 */
public record Comparer(
    Dialect dialect,
    Introspector introspector,
    NamingConvention names,
    Set<QualifiedName> hidden,
    boolean severalDialects,
    boolean dropUnknown) {

  /** The same, which takes what nobody knows for something to drop, or leaves it alone. */
  public Comparer keepingStrangers(boolean value) {
    return new Comparer(dialect, introspector, names, hidden, severalDialects, value);
  }

  /**
   * A comparison with its two sides, in neutral terms and without the default schema's name.
   *
   * @param before what the database has of what entities or revisions know
   * @param wanted what the entities want
   */
  public record Sides(Comparison comparison, DatabaseModel before, DatabaseModel wanted) {
    public Sides {
      requireNonNull(comparison, "comparison");
      requireNonNull(before, "before");
      requireNonNull(wanted, "wanted");
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
    DatabaseModel target = plain.withoutDefaultSchema(wanted);
    DatabaseModel known = plain.withoutDefaultSchema(replay);
    DatabaseModel live = introspector.read(connection, dialect, scope(List.of(wanted, replay)));
    RenameSearch search =
        new RenameSearch(
            new KnownSchema(known, live, dialect.projection()), target, renaming, plain::plain);
    RenameSearch.Settled<Attempted> settled =
        search.settled(
            names,
            renames -> {
              Reconciled before =
                  reconciler(RenameSearch.played(known, renames), target, defaultSchema)
                      .reconcile(RenameSearch.played(live, search.stored(renames)), connection);
              DatabaseModel model = withoutMissingSchemas(before.model(), known, renames);
              return new RenameSearch.Attempt<>(
                  model,
                  new Differ(names, live).diff(model, LabelOrder.following(model, target)),
                  new Attempted(before, model, renames));
            });
    Reconciled before = settled.found().before();
    List<String> notes = notes(before, settled.unanswered());
    notes.addAll(beyond(connection, List.of(target, known)));
    return new Sides(
        new Comparison(settled.operations(), notes),
        RenameSearch.played(settled.found().model(), Inverse.of(settled.found().renames())),
        LabelOrder.following(settled.found().model(), target));
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

  private Reconciler reconciler(
      DatabaseModel replay, DatabaseModel wanted, @Nullable String defaultSchema) {
    return new Reconciler(
        dialect,
        severalDialects ? List.of(replay, wanted) : List.of(wanted, replay),
        defaultSchema,
        dropUnknown,
        replay.schemas());
  }

  private List<String> notes(Reconciled before, List<LookAlike> unanswered) {
    List<String> notes = new ArrayList<>();
    unanswered.forEach(alike -> notes.add("may be a rename: " + alike));
    if (!dropUnknown) {
      before
          .strangers()
          .forEach(line -> notes.add("not known to entities or revisions, left alone: " + line));
    }
    before.unverified().forEach(line -> notes.add("not verified, counts as different: " + line));
    return notes;
  }

  /** What tables that somebody knows have beyond what can be compared. */
  private List<String> beyond(Connection connection, List<DatabaseModel> models)
      throws SQLException {
    Set<QualifiedName> known = new HashSet<>();
    models.forEach(
        model ->
            model.tables().forEach(table -> known.add(dialect.projection().name(table.name()))));
    return dialect.catalog().beyond(connection, scope(models)).stream()
        .filter(fact -> known.contains(fact.table()))
        .map(fact -> "not compared: table " + fact.table() + ": " + fact.fact())
        .toList();
  }

  private CatalogScope scope(List<DatabaseModel> models) {
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
    return new CatalogScope(schemas, null, sequences, hidden);
  }

  private static void addSchema(Set<Identifier> schemas, QualifiedName name) {
    if (name.schema() != null) {
      schemas.add(name.schema());
    }
  }
}
