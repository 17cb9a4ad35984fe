package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.AdoptedObjects;
import dev.limbeck.autogenerate.Comparer;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.ComparisonRules;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.OfflineComparer;
import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.autogenerate.SequencesBehindRows;
import dev.limbeck.autogenerate.SqlObjectChanges;
import dev.limbeck.autogenerate.SqlObjectRecords;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.introspect.ReadAhead;
import dev.limbeck.operation.Operation;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.VersionTable;
import dev.limbeck.source.RevisionHeader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commands that compare entities and database, and write new revisions. */
record Autogenerate(Settings settings, RevisionCatalog catalog) {

  Comparison check() {
    try (Connection connection = settings.connections().openToRead()) {
      Dialect dialect = settings.dialect(connection);
      List<String> rows = new VersionTable(dialect, settings.versionTable()).rows(connection);
      return compare(connection, dialect, catalog.at(rows).graph(), rows, Asked.nobody())
          .comparison();
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /** As {@link #check}, and says where each side of a difference comes from. */
  Explained explain() {
    try (Connection connection = settings.connections().openToRead()) {
      Dialect dialect = settings.dialect(connection);
      List<String> rows = new VersionTable(dialect, settings.versionTable()).rows(connection);
      RevisionGraph graph = catalog.at(rows).graph();
      Compared compared = compare(connection, dialect, graph, rows, Asked.nobody());
      Explain explain =
          explaining(
              dialect, compared.wanted(), graph, rows, dialect.catalog().defaultSchema(connection));
      Comparison comparison = compared.comparison();
      return new Explained(comparison, explain.of(compared, connection));
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /** As {@link #checkOffline}, and says where each side of a difference comes from. */
  Explained explainOffline() {
    Compared compared = compareOffline(Asked.nobody());
    Dialect dialect = Dialects.named(settings.namedDialects().get(0));
    RevisionGraph graph = catalog.graph();
    List<String> heads = graph.heads().stream().map(RevisionNode::id).toList();
    Explain explain = explaining(dialect, compared.wanted(), graph, heads, dialect.usualSchema());
    Comparison comparison = compared.comparison();
    try {
      return new Explained(comparison, explain.of(compared, null));
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }

  private Explain explaining(
      Dialect dialect,
      EntityModel wanted,
      RevisionGraph graph,
      List<String> rows,
      @Nullable String defaultSchema) {
    RevisionReplay replay = new RevisionReplay(catalog, graph);
    List<String> heads = graph.heads().stream().map(RevisionNode::id).toList();
    return new Explain(
        dialect,
        wanted,
        Explain.plain(dialect, defaultSchema, replay.history(rows, dialect.name())),
        Explain.plain(dialect, defaultSchema, replay.history(heads, dialect.name())),
        catalog.source().hibernateVersions(),
        defaultSchema);
  }

  /** Compares the entities with what all revisions lead to; no database is asked. */
  Comparison checkOffline() {
    return compareOffline(Asked.nobody()).comparison();
  }

  RevisionWritten revision(RevisionRequest request) {
    return revision(request, () -> request.fromEmpty() ? adopted() : atHead(Asked.by(request)));
  }

  /** As {@link #revision}, from what all revisions lead to; no database is asked. */
  RevisionWritten revisionOffline(RevisionRequest request) {
    return revision(request, () -> compareOffline(Asked.by(request)));
  }

  private RevisionWritten revision(RevisionRequest request, Supplier<Compared> comparing) {
    RevisionGraph graph = catalog.graph();
    String id = request.id() == null ? settings.writer().newId() : request.id();
    RevisionNode node =
        graph.resolve(
            new dev.limbeck.graph.RevisionDraft(
                id,
                request.heads(),
                request.splice(),
                request.branchLabels(),
                request.dependsOn(),
                request.message()));
    List<RevisionHeader> parents = node.downRevisions().stream().map(catalog::header).toList();
    RevisionWriter writer = settings.writer().after(parents, request.versionPath());
    if (!request.autogenerate()) {
      return write(request, writer, node, Compared.nothing(), graph);
    }
    Compared compared = comparing.get();
    return compared.comparison().operations().isEmpty()
        ? new RevisionWritten(null, null, List.of(), compared.comparison().notes(), List.of())
        : write(request, writer, node, compared, graph);
  }

  private Compared atHead(Asked asked) {
    try (Connection connection = settings.connections().openToRead()) {
      Dialect dialect = settings.dialect(connection);
      List<String> rows = new VersionTable(dialect, settings.versionTable()).rows(connection);
      RevisionGraph graph = catalog.at(rows).graph();
      Set<RevisionNode> applied = new HashSet<>(graph.applied(rows));
      List<String> missing =
          graph.heads().stream()
              .filter(head -> !applied.contains(head))
              .map(RevisionNode::id)
              .toList();
      if (!missing.isEmpty()) {
        throw new LimbeckException(
            "LMB-208",
            "The database is not at head, so the difference would hold what existing revisions do already.\n  It stands at "
                + (rows.isEmpty() ? "base" : rows)
                + "; not applied: "
                + missing
                + ".\n  Run `limbeck upgrade head` first, or `limbeck stamp head` where the database has it all already.");
      }
      return compare(connection, dialect, graph, rows, asked);
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /** What makes the database as it is of an empty one. */
  private Compared adopted() {
    if (!catalog.allHeaders().isEmpty()) {
      throw new LimbeckException(
          "LMB-279",
          "There are revisions already, and --from-empty is for the first one.\n  There are "
              + catalog.allHeaders().size()
              + ", the first of them "
              + catalog.allHeaders().get(0).origin()
              + ".\n  Leave --from-empty out: the next revision has what lies between database and"
              + " entities.");
    }
    try (Connection connection = settings.connections().openToRead()) {
      Dialect dialect = settings.dialect(connection);
      List<String> dialects = dialects(dialect);
      int version = connection.getMetaData().getDatabaseMajorVersion();
      EntityModel wanted = new WantedEntities(settings.entities()).of(dialects, dialect, version);
      Adoption adoption =
          Adoption.of(
              connection,
              comparer(dialect, rules(dialects, List.of()), false),
              dialects.size() > 1,
              wanted);
      List<String> notes = new ArrayList<>(adoption.notes());
      notes.addAll(wanted.notes());
      SqlObjectChanges changes =
          new SqlObjectCheck(catalog, catalog.graph(), List.of(), dialects)
              .offline(wanted.sqlObjects(), adoption.operations());
      return Compared.of(new Comparison(adoption.operations(), List.of()), changes, notes, wanted)
          .adopting(adoption.adopted())
          .provenBy(
              RevisionProof.online(
                  settings, dialect, adoption.sides(dialect, dialects), Map.of(), wanted));
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  private List<String> dialects(Dialect connected) {
    return settings.dialects().isEmpty() ? List.of(connected.name()) : settings.dialects();
  }

  private Comparer comparer(Dialect dialect, ComparisonRules rules, boolean dropUnknown) {
    return new Comparer(
        dialect,
        settings.introspector(),
        rules,
        settings.ownTables(),
        rules.dialects().size() > 1,
        dropUnknown);
  }

  /** The project's rules; what revisions execute is only gathered where a hook may ask. */
  private ComparisonRules rules(List<String> dialects, List<String> rows) {
    ComparisonRules rules = settings.rules().comparison();
    return rules.on(
        dialects,
        rules.hooks().isEmpty() || rows.isEmpty()
            ? List.of()
            : new RevisionReplay(catalog, catalog.at(rows).graph()).executedTexts(rows));
  }

  private Compared compareOffline(Asked asked) {
    List<Dialect> dialects = settings.namedDialects().stream().map(Dialects::named).toList();
    EntityModel wanted = new WantedEntities(settings.entities()).of(dialects);
    RevisionGraph graph = catalog.graph();
    List<String> heads = graph.heads().stream().map(RevisionNode::id).toList();
    RevisionReplay revisions = new RevisionReplay(catalog, graph);
    Map<String, String> lines = mapping(graph, heads);
    List<OfflineComparer.Side> sides =
        dialects.stream()
            .map(each -> side(each, revisions.to(heads, each.name()), lines, wanted))
            .toList();
    OfflineComparer comparer =
        new OfflineComparer(rules(dialects.stream().map(Dialect::name).toList(), heads));
    Comparison comparison =
        comparer.compare(sides, wanted.model(), renaming(graph, heads, wanted, asked));
    List<String> notes = new ArrayList<>(comparison.notes());
    notes.addAll(wanted.notes());
    SqlObjectChanges changes =
        new SqlObjectCheck(catalog, graph, heads, dialects.stream().map(Dialect::name).toList())
            .offline(wanted.sqlObjects(), comparison.operations());
    Map<String, RevisionProof.Sides> proven = new LinkedHashMap<>();
    sides.forEach(
        side ->
            proven.put(
                side.dialect().name(), proven(comparer.sides(side, wanted.model(), comparison))));
    SqlObjectChanges all =
        new SequencesBehindRows(dialects.stream().map(Dialect::name).toList())
            .behind(
                changes,
                comparison,
                lines,
                sides.get(0).replay().model(),
                wanted.mapping(),
                wanted.model());
    return Compared.of(comparison, all, notes, wanted)
        .provenBy(RevisionProof.offline(settings, proven, lines, wanted));
  }

  private static OfflineComparer.Side side(
      Dialect dialect, Replay replay, Map<String, String> lines, EntityModel wanted) {
    return new OfflineComparer.Side(
        dialect, replay.withModel(AdoptedObjects.without(replay.model(), lines, wanted.model())));
  }

  private Renaming renaming(
      RevisionGraph graph, List<String> rows, EntityModel wanted, Asked asked) {
    EntityModel.Mapping mapping = wanted.mapping();
    return new Renaming(
        AdoptedObjects.places(SqlObjectRecords.places(mapping(graph, rows))),
        mapping.lines(),
        asked.answers().and(new RenameAnswers(mapping.renamedFrom(), Set.of())),
        asked.questions(),
        asked.stops());
  }

  private Compared compare(
      Connection connection, Dialect dialect, RevisionGraph graph, List<String> rows, Asked asked)
      throws SQLException {
    List<String> dialects = dialects(dialect);
    Replay replay = new RevisionReplay(catalog, graph).to(rows, dialect.name());
    Map<String, String> lines = mapping(graph, rows);
    Comparer comparer = comparer(dialect, rules(dialects, rows), settings.dropUnknown());
    int version = connection.getMetaData().getDatabaseMajorVersion();
    ReadAhead ahead =
        ReadAhead.begin(
            settings.introspector(),
            connection,
            dialect,
            comparer.scope(connection, replay.model()));
    EntityModel wanted;
    try {
      wanted = new WantedEntities(settings.entities()).of(dialects, dialect, version);
    } finally {
      ahead.await();
    }
    Comparer.Sides sides =
        comparer
            .reading(ahead)
            .knowing(AdoptedObjects.strangers(replay.model(), lines))
            .sides(
                connection,
                AdoptedObjects.without(replay.model(), lines, wanted.model()),
                wanted.model(),
                renaming(graph, rows, wanted, asked));
    List<String> notes = new ArrayList<>(sides.comparison().notes());
    replay.provisional().forEach(line -> notes.add("not followed by the replay: " + line));
    notes.addAll(wanted.notes());
    SqlObjectChanges changes =
        new SqlObjectCheck(catalog, graph, rows, dialects)
            .onDatabase(connection, dialect, wanted.sqlObjects(), sides.comparison().operations());
    SqlObjectChanges all =
        new SequencesBehindRows(dialects)
            .behind(
                changes,
                sides.comparison(),
                mapping(graph, rows),
                sides.before(),
                wanted.mapping(),
                sides.wanted());
    return Compared.of(sides.comparison(), all, notes, wanted)
        .provenBy(
            RevisionProof.online(
                settings,
                dialect,
                dialects.stream()
                    .collect(
                        Collectors.toMap(
                            name -> name,
                            name -> proven(sides),
                            (one, other) -> one,
                            LinkedHashMap::new)),
                lines,
                wanted));
  }

  private static RevisionProof.Sides proven(Comparer.Sides sides) {
    return new RevisionProof.Sides(sides.complete(sides.before()), sides.complete(sides.wanted()));
  }

  /** What the mapping files say at these rows. */
  private Map<String, String> mapping(RevisionGraph graph, List<String> rows) {
    return catalog
        .source()
        .mapping(
            new RevisionReplay(catalog, graph)
                .applied(rows).stream().map(RevisionNode::id).toList());
  }

  private RevisionWritten write(
      RevisionRequest request,
      RevisionWriter writer,
      RevisionNode node,
      Compared compared,
      RevisionGraph graph) {
    List<Operation> operations = compared.comparison().operations();
    RevisionProof proof = compared.proof();
    Instant created = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    RevisionDraft draft =
        new RevisionDraft(
            node.id(),
            node.downRevisions(),
            node.dependsOn(),
            node.labels(),
            List.of(),
            created.toString(),
            node.message(),
            writer.packageName(),
            writer.className(node.id(), node.message(), created),
            operations,
            compared.comparison().downgrade(),
            compared.comparison().upgradeReviews(),
            compared.comparison().downgradeReviews());
    List<String> ancestors =
        new RevisionReplay(catalog, graph)
            .applied(node.downRevisions()).stream().map(RevisionNode::id).toList();
    RevisionWriter.Written written =
        writer.write(draft, compared.recorded(catalog.source().mapping(ancestors)), ancestors);
    settings.rules().afterWriting().written(written.file());
    List<Proof> proofs =
        proof == null || !request.verify()
            ? List.of()
            : proof.prove(draft, written, settings.unproven());
    return new RevisionWritten(
        node.id(), written.file(), operations, compared.comparison().notes(), proofs);
  }
}
