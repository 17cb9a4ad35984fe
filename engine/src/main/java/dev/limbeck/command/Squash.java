package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.diff.Composer;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.source.FileChanges;
import dev.limbeck.source.MappingDelta;
import dev.limbeck.source.MappingFile;
import dev.limbeck.source.RevisionHeader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one revision of a chain. It has the id of the last one that it replaces, so that rows of
 * version tables and revisions above it stay right; the files of the chain stay until {@link
 * SquashFinish}, for databases in the middle.
 */
record Squash(Settings settings, RevisionCatalog catalog) {

  Squashed squash(SquashRequest request) {
    RevisionGraph graph = catalog.graph();
    Chain chain = Chain.of(graph, request.range());
    chain.checkFinished(catalog.view());
    RevisionHeader last = catalog.header(chain.last().id());
    RevisionWriter writer = settings.writer().after(List.of(last), null);
    ChainBodies bodies = bodies(chain);
    String message =
        request.message() == null
            ? "squash of " + chain.revisions().size() + " revisions up to " + last.message()
            : request.message();
    RevisionDraft draft = draft(chain, last, writer, message.strip(), bodies);

    Path file = writer.file(draft.className());
    FileChanges changes = new FileChanges();
    changes.write(file, writer.print(draft));
    addMapping(changes, MappingFile.beside(file), chain, writer);
    Runnable undo = changes.apply();
    LimbeckException failure = afterWriting(file);
    try {
      SquashProof.prove(settings, chain.last().id());
      SourceFiles.writeLock(settings, writer);
    } catch (RuntimeException e) {
      undo.run();
      throw e;
    }
    if (failure != null) {
      throw failure;
    }
    return new Squashed(draft.id(), file, chain.ids(), draft.upgrade());
  }

  /** What went wrong with the written file, or null; the squash stands whatever it is. */
  private @Nullable LimbeckException afterWriting(Path file) {
    try {
      settings.rules().afterWriting().written(file);
      return null;
    } catch (LimbeckException e) {
      return e;
    }
  }

  /** What the chain does in each direction. */
  private record ChainBodies(List<Operation> upgrade, List<Operation> downgrade) {}

  private ChainBodies bodies(Chain chain) {
    List<RevisionNode> applied = catalog.graph().appliedInOrder(List.of(chain.last().id()));
    List<RevisionNode> below =
        applied.stream().filter(node -> !chain.revisions().contains(node)).toList();
    Replay replay = new Replay(null);
    List<Migration> before = catalog.migrations(below);
    for (int i = 0; i < below.size(); i++) {
      replay.upgrade(below.get(i).id(), before.get(i));
    }
    DatabaseModel start = replay.model();
    List<Operation> upgrade = new ArrayList<>();
    List<List<Operation>> downgrades = new ArrayList<>();
    List<Migration> migrations = catalog.migrations(chain.revisions());
    for (int i = 0; i < migrations.size(); i++) {
      String id = chain.revisions().get(i).id();
      Path file = SourceFiles.of(catalog.header(id));
      upgrade.addAll(CarriedSteps.of(id, file, Recorder.upgrade(migrations.get(i))));
      downgrades.add(CarriedSteps.of(id, file, Recorder.downgrade(migrations.get(i))));
      replay.upgrade(id, migrations.get(i));
    }
    Collections.reverse(downgrades);
    List<Operation> downgrade = downgrades.stream().flatMap(List::stream).toList();
    return new ChainBodies(
        Composer.compose(start, upgrade),
        downgrade.stream()
            .filter(Irreversible.class::isInstance)
            .findFirst()
            // Whoever meets it stops before anything runs, whatever stands around it.
            .map(List::of)
            .orElseGet(() -> Composer.compose(replay.model(), downgrade)));
  }

  private RevisionDraft draft(
      Chain chain, RevisionHeader last, RevisionWriter writer, String message, ChainBodies bodies) {
    Instant now = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Set<String> labels = new LinkedHashSet<>();
    Set<String> dependsOn = new LinkedHashSet<>();
    for (RevisionNode node : chain.revisions()) {
      labels.addAll(node.labels());
      node.dependsOn().stream()
          .filter(name -> !chain.revisions().contains(catalog.graph().get(name)))
          .forEach(dependsOn::add);
    }
    return new RevisionDraft(
        chain.last().id(),
        chain.first().downRevisions(),
        List.copyOf(dependsOn),
        List.copyOf(labels),
        chain.replaces(),
        now.toString(),
        message,
        writer.packageName(),
        // Named by the time of the last one, so that the files stay in the order of the history.
        writer.className(last.id(), message, created(last, now)),
        bodies.upgrade(),
        bodies.downgrade());
  }

  private static Instant created(RevisionHeader header, Instant otherwise) {
    try {
      return header.created().isEmpty() ? otherwise : Instant.parse(header.created());
    } catch (DateTimeException e) {
      throw new LimbeckException(
          "LMB-201",
          "A file cannot be read as a revision.\n  "
              + header.origin()
              + "   created = \""
              + header.created()
              + "\" is no time in ISO 8601, such as 2026-11-21T07:15:00Z.",
          e);
    }
  }

  /** The sum of the chain's changes of the mapping, where it has any. */
  private void addMapping(FileChanges changes, Path file, Chain chain, RevisionWriter writer) {
    Map<String, MappingDelta> deltas = MappingDelta.readAll(writer.directories());
    if (Collections.disjoint(deltas.keySet(), chain.ids())) {
      return;
    }
    List<String> all =
        catalog.graph().appliedInOrder(List.of(chain.last().id())).stream()
            .map(RevisionNode::id)
            .toList();
    List<String> below = all.stream().filter(id -> !chain.ids().contains(id)).toList();
    MappingDelta delta =
        MappingDelta.between(
            chain.last().id(), MappingDelta.sum(below, deltas), MappingDelta.sum(all, deltas));
    MappingDelta last = deltas.get(chain.last().id());
    changes.write(
        file,
        delta
            .withReplaces(chain.replaces())
            .withHibernate(last == null ? null : last.hibernate())
            .format());
  }
}
