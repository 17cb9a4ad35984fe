package dev.limbeck.command;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.SqlObjectSides;
import dev.limbeck.command.Explanation.Cause;
import dev.limbeck.command.Explanation.Side;
import dev.limbeck.dialect.CatalogReader.CatalogRow;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of each difference where its sides come from: the database's catalog, the entities with the
 * settings that they are read by, and the revisions; and from these three, why they differ.
 *
 * @param dialect the dialect
 * @param wanted the entities
 * @param applied the applied revisions, played
 * @param all all revisions, played; the same list where all are applied
 * @param versions the version of Hibernate by which a revision was generated, by its id
 * @param defaultSchema the connection's default schema, or null
 */
record Explain(
    Dialect dialect,
    EntityModel wanted,
    List<PlayedRevision> applied,
    List<PlayedRevision> all,
    Map<String, String> versions,
    @Nullable String defaultSchema) {

  /** The played revisions with names that do not say the default schema. */
  static List<PlayedRevision> plain(
      Dialect dialect, @Nullable String defaultSchema, List<PlayedRevision> played) {
    Reconciler plain = new Reconciler(dialect, List.of(), defaultSchema, false, Set.of());
    return played.stream()
        .map(
            each ->
                new PlayedRevision(
                    each.revision(), each.operations(), plain.withoutDefaultSchema(each.model())))
        .toList();
  }

  /**
   * Explains differences.
   *
   * @param compared what lies between database and entities
   * @param connection the database; null where none was asked, and the revisions stand for it
   */
  List<Explanation> of(Compared compared, @Nullable Connection connection) throws SQLException {
    List<Operation> operations = compared.comparison().operations();
    List<Difference> differences = DifferenceLines.differences(operations);
    List<CatalogRow> rows = connection == null ? List.of() : rows(differences, connection);
    List<Explanation> explanations = new ArrayList<>();
    for (Difference difference : differences) {
      SqlObjectSides sides = compared.sqlObjects().get(difference.line().object());
      if (sides != null) {
        explanations.add(
            new SqlObjectExplanation(applied, this::said).of(difference.line(), sides));
        continue;
      }
      explanations.add(explanation(difference, difference.before(operations), rows, connection));
    }
    return explanations;
  }

  private List<CatalogRow> rows(List<Difference> differences, Connection connection)
      throws SQLException {
    Set<QualifiedName> objects = new HashSet<>();
    Set<Identifier> schemas = new HashSet<>();
    for (Difference difference : differences) {
      objects.add(dialect.projection().name(difference.object()));
      if (difference.object().schema() != null) {
        schemas.add(difference.object().schema());
      }
    }
    return objects.isEmpty()
        ? List.of()
        : dialect
            .catalog()
            .rows(connection, new CatalogScope(schemas, objects, Set.of(), Set.of()));
  }

  private Explanation explanation(
      Difference difference,
      Difference before,
      List<CatalogRow> rows,
      @Nullable Connection connection) {
    String replayed =
        difference.isRename() ? difference.from() : PlayedRevision.fact(applied, before);
    RevisionNode revision =
        difference.isRename() ? null : PlayedRevision.lastToSet(applied, before);
    String version = revision == null ? null : versions.get(revision.id());
    List<String> holders = holders(difference);
    Cause cause = cause(difference, before, replayed, version, connection == null);
    return new Explanation(
        difference.line(),
        connection == null
            ? new Side(null, List.of())
            : new Side(difference.from(), catalog(difference, rows)),
        new Side(difference.to(), holders),
        new Side(replayed, revision == null ? List.of() : List.of(said(revision, version))),
        revision == null ? null : revision.id(),
        cause == Cause.DATABASE || cause == Cause.PENDING
            ? List.of()
            : RelevantSettings.of(difference, wanted.settings()),
        cause,
        reason(cause, before, holders, version));
  }

  private String said(RevisionNode revision) {
    return said(revision, versions.get(revision.id()));
  }

  /** The revision, and its Hibernate where that was another one. */
  private String said(RevisionNode revision, @Nullable String version) {
    String now = wanted.mapping().hibernate();
    return revision.id()
        + "  "
        + revision.message()
        + (version == null || version.equals(now) ? "" : ", generated with Hibernate " + version);
  }

  private Cause cause(
      Difference difference,
      Difference before,
      @Nullable String replayed,
      @Nullable String version,
      boolean offline) {
    boolean asEntities = Objects.equals(replayed, difference.to());
    if (asEntities && !offline) {
      return Cause.DATABASE;
    }
    if (all.size() > applied.size()
        && Objects.equals(PlayedRevision.fact(all, before), difference.to())) {
      return Cause.PENDING;
    }
    if (!offline && !difference.isRename() && !Objects.equals(replayed, difference.from())) {
      return Cause.BOTH;
    }
    String now = wanted.mapping().hibernate();
    boolean otherHibernate = version != null && now != null && !version.equals(now);
    return otherHibernate && difference.isAlteration() ? Cause.HIBERNATE : Cause.ENTITIES;
  }

  private String reason(
      Cause cause, Difference before, List<String> holders, @Nullable String version) {
    return switch (cause) {
      case DATABASE ->
          "entities and revisions agree: something that is no revision changed the database";
      case ENTITIES -> "the entities changed since the last revision";
      case HIBERNATE ->
          "Hibernate was "
              + version
              + " when that revision was generated, and is "
              + wanted.mapping().hibernate()
              + " now: unless "
              + (holders.isEmpty() ? "the mapping" : String.join(", ", holders))
              + " changed, that is why";
      case BOTH -> "revisions, entities and database all say something else";
      case PENDING -> {
        RevisionNode pending = PlayedRevision.lastToSet(all, before);
        yield "revision "
            + (pending == null ? "" : pending.id() + " ")
            + "does it, and is not applied yet";
      }
    };
  }

  /** Where the fact stands in the catalog. */
  private List<String> catalog(Difference difference, List<CatalogRow> rows) {
    QualifiedName object = dialect.projection().name(difference.object());
    Identifier part = part(difference);
    Identifier stored = part == null ? null : dialect.projection().name(part);
    String fact = difference.fact().equals("column") ? "type" : difference.fact();
    String ofDropped = difference.dropped() == null ? fact : difference.dropped().kind();
    return rows.stream()
        .filter(
            row ->
                row.object().equals(object)
                    && Objects.equals(row.part(), stored)
                    && row.fact().equals(ofDropped))
        .map(
            row ->
                row.catalog()
                    + " of "
                    + row.object()
                    + (row.part() == null ? "" : "." + row.part())
                    + ": "
                    + row.text())
        .toList();
  }

  private static @Nullable Identifier part(Difference difference) {
    if (difference.dropped() != null) {
      return difference.dropped().name();
    }
    return difference.column();
  }

  /** The entities and attributes that want it. */
  private List<String> holders(Difference difference) {
    Set<String> places = new LinkedHashSet<>();
    TablePart part = difference.added() == null ? difference.dropped() : difference.added();
    if (difference.column() != null) {
      places.add("." + difference.column());
    } else if (part != null) {
      part.columns().forEach(column -> places.add("." + column));
    }
    if (places.isEmpty()) {
      places.add("");
    }
    Set<String> holders = new LinkedHashSet<>();
    for (String table : tables(difference.object())) {
      wanted
          .mapping()
          .places()
          .forEach(
              (path, place) -> {
                if (place.startsWith(table) && places.contains(place.substring(table.length()))) {
                  holders.add(path);
                }
              });
    }
    return List.copyOf(holders);
  }

  private List<String> tables(QualifiedName object) {
    return defaultSchema == null || object.schema() != null
        ? List.of(object.toString())
        : List.of(
            object.toString(),
            object.withSchema(dialect.identifiers().stored(defaultSchema)).toString());
  }
}
