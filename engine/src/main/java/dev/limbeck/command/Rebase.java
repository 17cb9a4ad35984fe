package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.SquashView;
import dev.limbeck.source.FileChanges;
import dev.limbeck.source.HeaderEdit;
import dev.limbeck.source.MappingDelta;
import dev.limbeck.source.MappingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a revision that no database has applied follow another one, with all that is above it.
 * Everything is checked before a file is changed.
 */
record Rebase(Settings settings, RevisionCatalog catalog) {

  Rebased rebase(RebaseRequest request) {
    RevisionWriter writer = settings.writer();
    RevisionGraph graph = catalog.graph();
    RevisionNode node = graph.get(request.revision());
    Optional<RevisionNode> onto = graph.find(request.onto());
    List<String> parents = parents(graph, node, onto.orElse(null), request.from());
    // What is based on the middle of a squash is based on the squash in the graph.
    List<String> declared = catalog.header(node.id()).revises();
    if (parents.equals(declared)) {
      return new Rebased(node.id(), parents, parents, List.of(), List.of(), List.of());
    }
    Set<RevisionNode> above = above(graph, node);
    checkNoCycle(node, onto.orElse(null), above);
    checkNotSquashed(node);
    Path file = SourceFiles.of(catalog.header(node.id()));
    DatabaseLook look = DatabaseLook.of(settings, request.offline());
    checkNotApplied(node, look.rows());
    RevisionGraph after = RevisionGraph.of(moved(graph, node, parents));
    List<RevisionNode> moved =
        graph.appliedInOrder(graph.revisions().stream().map(RevisionNode::id).toList()).stream()
            .filter(each -> each.equals(node) || above.contains(each))
            .toList();
    checkFits(
        declared.equals(node.downRevisions()) ? graph : null,
        after,
        moved,
        onto.map(RevisionNode::id).orElse("base"));
    Map<String, MappingFile> mappings = MappingFile.readAll(writer.directories());
    MappingRebase mapping = mapping(graph, after, moved, writer);

    FileChanges changes = new FileChanges();
    changes.write(
        file, new HeaderEdit(SourceFiles.text(file), file.toString()).withRevises(parents));
    mapping
        .carried()
        .forEach(
            (id, delta) -> {
              MappingFile known = mappings.get(id);
              if (known != null) {
                changes.write(known.file(), delta.format());
              }
            });
    SourceFiles.apply(changes, settings, writer);
    settings.rules().afterWriting().written(file);
    return new Rebased(
        node.id(),
        declared,
        parents,
        moved.stream().map(RevisionNode::id).filter(id -> !id.equals(node.id())).toList(),
        changes.files(),
        look.notes());
  }

  private static List<String> parents(
      RevisionGraph graph, RevisionNode node, @Nullable RevisionNode onto, @Nullable String from) {
    List<String> old = node.downRevisions();
    if (old.size() > 1 && from == null) {
      throw new LimbeckException(
          "LMB-262",
          "Revision "
              + node.id()
              + " follows several others: "
              + String.join(", ", old)
              + ".\n  Say which of them it is to follow no more, with --from REVISION, or --from all.");
    }
    Set<String> parents = new LinkedHashSet<>();
    boolean all = from == null || from.equals(RebaseRequest.ALL);
    String given = all ? null : graph.get(from).id();
    if (given != null && !old.contains(given)) {
      throw new LimbeckException(
          "LMB-262",
          "Revision "
              + node.id()
              + " does not follow "
              + given
              + ".\n  It follows "
              + (old.isEmpty() ? "none" : String.join(", ", old))
              + ".");
    }
    if (all) {
      if (onto != null) {
        parents.add(onto.id());
      }
      return List.copyOf(parents);
    }
    for (String parent : old) {
      if (!parent.equals(given)) {
        parents.add(parent);
      } else if (onto != null) {
        parents.add(onto.id());
      }
    }
    return List.copyOf(parents);
  }

  /** All that is based on it or depends on it. */
  private static Set<RevisionNode> above(RevisionGraph graph, RevisionNode node) {
    Set<RevisionNode> above = new LinkedHashSet<>();
    for (RevisionNode each : graph.revisions()) {
      if (!each.equals(node) && graph.applied(List.of(each.id())).contains(node)) {
        above.add(each);
      }
    }
    return above;
  }

  private static void checkNoCycle(
      RevisionNode node, @Nullable RevisionNode onto, Set<RevisionNode> above) {
    if (node.equals(onto) || onto != null && above.contains(onto)) {
      throw new LimbeckException(
          "LMB-263",
          "Revision "
              + node.id()
              + " cannot follow "
              + (node.equals(onto) ? "itself" : onto.id() + ", which is above it")
              + ".\n  Nothing was changed. Name a revision that is not above it.");
    }
  }

  private void checkNotSquashed(RevisionNode node) {
    SquashView view = catalog.view();
    for (RevisionNode squash : view.open()) {
      if (squash.replaces().contains(node.id())) {
        throw new LimbeckException(
            "LMB-264",
            "Revision "
                + node.id()
                + " takes part in the squash "
                + squash.id()
                + ", which is not finished.\n  Run `limbeck squash --finish "
                + squash.id()
                + "` first, or delete the file of the squash.");
      }
    }
  }

  private void checkNotApplied(RevisionNode node, @Nullable List<String> rows) {
    if (rows != null
        && catalog.view().graphOfReplaced().applied(rows).stream()
            .anyMatch(applied -> applied.id().equals(node.id()))) {
      throw new LimbeckException(
          "LMB-261",
          "Revision "
              + node.id()
              + " is applied, so it cannot follow another one any more.\n  The database stands at "
              + String.join(", ", rows)
              + ".\n  Undo it there first with `limbeck downgrade`; or join the two lines with"
              + " `limbeck merge`, which needs no change of what is applied.");
    }
  }

  private static List<RevisionNode> moved(
      RevisionGraph graph, RevisionNode node, List<String> parents) {
    return graph.revisions().stream()
        .map(
            each ->
                each.equals(node)
                    ? new RevisionNode(
                        node.id(),
                        parents,
                        node.dependsOn(),
                        node.labels(),
                        node.replaces(),
                        node.message())
                    : each)
        .toList();
  }

  /**
   * @param before the graph in which the revisions stood until now: what did not fit there need not
   *     fit; null where there is none
   */
  private void checkFits(
      @Nullable RevisionGraph before, RevisionGraph after, List<RevisionNode> moved, String onto) {
    Set<String> ids = new LinkedHashSet<>(moved.stream().map(RevisionNode::id).toList());
    Set<String> misfits = new LinkedHashSet<>();
    List<@Nullable String> dialects = new ArrayList<>(settings.dialects());
    dialects.add(0, null);
    for (String dialect : dialects) {
      List<String> found = new ArrayList<>(misfits(after, ids, dialect));
      if (before != null) {
        found.removeAll(misfits(before, ids, dialect));
      }
      misfits.addAll(found);
    }
    if (!misfits.isEmpty()) {
      throw new LimbeckException(
          "LMB-260",
          "Revision "
              + moved.get(0).id()
              + " does not fit on top of "
              + onto
              + ".\n  "
              + String.join("\n  ", misfits)
              + "\n  Nothing was changed. Correct these lines, or join the two lines of revisions with"
              + " `limbeck merge`.");
    }
  }

  private List<String> misfits(RevisionGraph graph, Set<String> ids, @Nullable String dialect) {
    List<RevisionNode> played = graph.appliedInOrder(ids);
    return StrictReplay.misfits(played, catalog.migrations(played), ids, dialect);
  }

  private static MappingRebase mapping(
      RevisionGraph before, RevisionGraph after, List<RevisionNode> moved, RevisionWriter writer) {
    Map<String, MappingDelta> deltas = MappingDelta.readAll(writer.directories());
    MappingRebase mapping = MappingRebase.of(deltas, before, after, moved);
    if (!mapping.conflicts().isEmpty()) {
      throw new LimbeckException(
          "LMB-265",
          "Both sides say where an attribute is kept, and not the same.\n  "
              + String.join("\n  ", mapping.conflicts())
              + "\n  Nothing was changed. Let the mapping file of the revision say what the entities"
              + " say, or write the revision anew on top of the other.");
    }
    return mapping;
  }
}
