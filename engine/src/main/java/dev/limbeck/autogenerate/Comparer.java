package dev.limbeck.autogenerate;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.Reconciled;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.introspect.Introspector;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /**
   * Compares.
   *
   * @param replay what the applied revisions lead to
   * @param wanted what the entities want
   */
  public Comparison compare(Connection connection, DatabaseModel replay, DatabaseModel wanted)
      throws SQLException {
    boolean replayFirst = severalDialects && !replay.isEmpty();
    List<DatabaseModel> explanations =
        replayFirst ? List.of(replay, wanted) : List.of(wanted, replay);
    Reconciler reconciler =
        new Reconciler(
            dialect, explanations, dialect.catalog().defaultSchema(connection), dropUnknown);
    DatabaseModel live = introspector.read(connection, dialect, scope(explanations));
    Reconciled before = reconciler.reconcile(live, connection);
    List<String> notes = new ArrayList<>();
    if (!dropUnknown) {
      before
          .strangers()
          .forEach(line -> notes.add("not known to entities or revisions, left alone: " + line));
    }
    before.unverified().forEach(line -> notes.add("not verified, counts as different: " + line));
    return new Comparison(
        new Differ(names, live).diff(before.model(), reconciler.withoutDefaultSchema(wanted)),
        notes);
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
