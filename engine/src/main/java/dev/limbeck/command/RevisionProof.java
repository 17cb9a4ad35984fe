package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.autogenerate.SqlObjectRecords;
import dev.limbeck.autogenerate.SqlObjectsBefore;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.ScratchDatabase;
import dev.limbeck.dialect.ScratchUnavailableException;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Operation;
import dev.limbeck.source.FileChanges;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves a generated revision once it is written: its class says what it was generated from, and on
 * a scratch database of each dialect it does what it is to do, and takes it back.
 *
 * @param settings where revisions are
 * @param offline true where no connection may be opened
 * @param servers by dialect, what leads to a database whose server may hold a scratch one
 * @param sides by dialect, what the revision starts from and is to lead to
 * @param recorded what earlier revisions made by SQL of the entities
 * @param wanted what the entities make by SQL
 */
record RevisionProof(
    Settings settings,
    boolean offline,
    Map<String, ConnectionSource> servers,
    Map<String, Sides> sides,
    List<SqlObject> recorded,
    List<SqlObject> wanted) {
  RevisionProof {
    recorded = List.copyOf(recorded);
    wanted = List.copyOf(wanted);
    servers = Map.copyOf(servers);
    sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
  }

  /**
   * A proof on scratch databases of servers.
   *
   * @param connected the dialect of the database that the revision was generated from
   * @param lines what the mapping files say before the revision
   */
  static RevisionProof online(
      Settings settings,
      Dialect connected,
      Map<String, Sides> sides,
      Map<String, String> lines,
      EntityModel entities) {
    Map<String, ConnectionSource> servers = new HashMap<>(settings.proofServers());
    servers.putIfAbsent(connected.name(), settings.connections());
    return new RevisionProof(
        settings, false, servers, sides, SqlObjectRecords.read(lines), entities.sqlObjects());
  }

  /** As {@link #online}, in memory only. */
  static RevisionProof offline(
      Settings settings,
      Map<String, Sides> sides,
      Map<String, String> lines,
      EntityModel entities) {
    return new RevisionProof(
        settings, true, Map.of(), sides, SqlObjectRecords.read(lines), entities.sqlObjects());
  }

  /** The schemas before and after a revision, in neutral terms. */
  record Sides(DatabaseModel before, DatabaseModel wanted) {}

  /**
   * Proves a revision that was just written. One that fails is taken back, so that the next try
   * begins where this one did.
   *
   * @param unproven where the file of one that fails is kept for people to look at; null for
   *     nowhere
   * @throws LimbeckException LMB-277, LMB-278 as {@link #of}
   */
  List<Proof> prove(RevisionDraft draft, RevisionWriter.Written written, @Nullable Path unproven) {
    try {
      return of(draft);
    } catch (LimbeckException e) {
      String kept = kept(written.file(), unproven);
      written.undo().run();
      throw new LimbeckException(
          e.code(),
          e.getMessage().substring(e.code().length() + 1)
              + "\n  Nothing was written"
              + kept
              + ".\n  Correct what it comes from, most often a definition in the entities; or let"
              + " --no-verify write it as it is, and correct it there.",
          e);
    } catch (RuntimeException | Error e) {
      written.undo().run();
      throw e;
    }
  }

  private static String kept(Path file, @Nullable Path unproven) {
    if (unproven == null) {
      return "";
    }
    Path copy = unproven.resolve(file.getFileName());
    FileChanges changes = new FileChanges();
    changes.write(copy, SourceFiles.text(file));
    changes.apply();
    return " but " + copy + ", for you to look at";
  }

  /**
   * Proves the revision, reading its file.
   *
   * @param draft what it was written from
   * @return a proof for each dialect
   * @throws LimbeckException LMB-277 where it says something else, LMB-278 where it does something
   *     else
   */
  List<Proof> of(RevisionDraft draft) {
    RevisionCatalog catalog = new RevisionCatalog(settings.revisions());
    RevisionNode node = catalog.graph().byId(draft.id()).orElse(null);
    List<Proof> proofs = new ArrayList<>();
    if (node == null) {
      sides
          .keySet()
          .forEach(
              dialect ->
                  proofs.add(new Proof(dialect, "its file is not where revisions are read from")));
      return proofs;
    }
    Migration migration = loaded(catalog, node);
    checkRecorded("upgrade", draft.upgrade(), Recorder.upgrade(migration).operations());
    checkRecorded("downgrade", draft.downgrade(), Recorder.downgrade(migration).operations());
    sides.forEach(
        (dialect, side) ->
            proofs.add(
                new Proof(
                    dialect, notProven(Dialects.named(dialect), side, draft, node, migration))));
    return List.copyOf(proofs);
  }

  private static Migration loaded(RevisionCatalog catalog, RevisionNode node) {
    try {
      return catalog.migrations(List.of(node)).get(0);
    } catch (LimbeckException e) {
      throw new LimbeckException(
          "LMB-277",
          "The generated revision cannot be used.\n  " + String.join("\n  ", ProofText.lines(e)),
          e);
    }
  }

  /** What the class says has to be what it was printed from, or to lead to the same schema. */
  private void checkRecorded(String method, List<Operation> drafted, List<Operation> recorded) {
    if (AsWritten.of(drafted).equals(AsWritten.of(recorded))
        || leadsToTheSame(method, drafted, recorded)) {
      return;
    }
    throw new LimbeckException(
        "LMB-277",
        "The "
            + method
            + " of the generated revision says something else than what it was generated from.\n  It says\n    "
            + String.join("\n    ", ProofText.lines(recorded))
            + "\n  and was generated from\n    "
            + String.join("\n    ", ProofText.lines(drafted)));
  }

  private boolean leadsToTheSame(String method, List<Operation> drafted, List<Operation> recorded) {
    return drafted.size() == recorded.size()
        && sides.entrySet().stream()
            .allMatch(
                side -> {
                  DatabaseModel start =
                      method.equals("upgrade")
                          ? side.getValue().before()
                          : side.getValue().wanted();
                  return played(start, side.getKey(), drafted)
                      .equals(played(start, side.getKey(), recorded));
                });
  }

  private static DatabaseModel played(
      DatabaseModel start, String dialect, List<Operation> operations) {
    Replay replay = new Replay(start, dialect);
    operations.forEach(operation -> replay.play("proof", operation));
    return replay.model();
  }

  private @Nullable String notProven(
      Dialect dialect, Sides side, RevisionDraft draft, RevisionNode node, Migration migration) {
    ScratchDatabase made;
    try {
      made = dialect.scratch().create(servers.get(dialect.name()));
    } catch (ScratchUnavailableException e) {
      return offline ? "--offline opens no connection" : ProofText.oneLine(e);
    } catch (SQLException | LimbeckException e) {
      return ProofText.oneLine(e);
    }
    try (ScratchDatabase scratch = made) {
      TouchedSchema schema =
          TouchedSchema.of(side.before(), side.wanted(), draft.upgrade(), dialect.name());
      new ScratchTrial(
              dialect,
              scratch,
              schema,
              SqlObjectsBefore.of(
                  recorded, wanted, draft.upgrade(), schema.tables(), dialect.name()),
              sides.size() > 1)
          .run(node, migration);
      return null;
    } catch (NotProvenException | SQLException e) {
      return ProofText.oneLine(e);
    }
  }
}
