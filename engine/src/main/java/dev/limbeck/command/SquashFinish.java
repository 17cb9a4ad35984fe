package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.SquashView;
import dev.limbeck.source.FileChanges;
import dev.limbeck.source.HeaderEdit;
import dev.limbeck.source.MappingFile;
import dev.limbeck.source.RevisionHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the files that squashes replace, when no database needs them any more. What depended on
 * one of these revisions names the squash from then on.
 */
record SquashFinish(Settings settings, RevisionCatalog catalog) {

  SquashFinished finish(@Nullable String selector, boolean offline) {
    RevisionWriter writer = settings.writer();
    List<RevisionNode> squashes = squashes(selector);
    if (squashes.isEmpty()) {
      return new SquashFinished(List.of(), List.of(), List.of(), List.of());
    }
    DatabaseLook look = DatabaseLook.of(settings, offline);
    SquashView view = catalog.view();
    FileChanges changes = new FileChanges();
    List<Path> deleted = new ArrayList<>();
    for (RevisionNode squash : squashes) {
      SourceFiles.of(catalog.header(squash.id()));
      if (view.open().contains(squash)) {
        checkNotInTheMiddle(squash, look.rows());
        SquashProof.prove(settings, squash.id());
      }
      for (RevisionHeader replaced : replaced(squash)) {
        Path file = SourceFiles.of(replaced);
        deleted.add(file);
        Path mapping = MappingFile.beside(file);
        if (Files.exists(mapping)) {
          deleted.add(mapping);
        }
      }
    }
    List<Path> changed = remap(squashes, changes);
    deleted.forEach(changes::delete);
    SourceFiles.apply(changes, settings, writer);
    return new SquashFinished(
        squashes.stream().map(RevisionNode::id).toList(), deleted, changed, look.notes());
  }

  private List<RevisionNode> squashes(@Nullable String selector) {
    SquashView view = catalog.view();
    if (selector == null) {
      return catalog.graph().revisions().stream()
          .filter(node -> !view.replacedBy(node).isEmpty())
          .map(this::declared)
          .toList();
    }
    RevisionNode node = declared(catalog.graph().get(selector));
    if (node.replaces().isEmpty()) {
      throw new LimbeckException(
          "LMB-275",
          "Revision "
              + node.id()
              + " is no squash.\n  `limbeck squash FIRST:LAST` makes one of several revisions.");
    }
    return view.replacedBy(node).isEmpty() ? List.of() : List.of(node);
  }

  /** As its file says it: in the graph a dependency may name another squash already. */
  private RevisionNode declared(RevisionNode node) {
    return catalog.view().squash(node).orElse(node);
  }

  private void checkNotInTheMiddle(RevisionNode squash, @Nullable List<String> rows) {
    if (rows != null && catalog.view().isInTheMiddle(squash, rows)) {
      throw new LimbeckException(
          "LMB-276",
          "The database stands in the middle of what the squash "
              + squash.id()
              + " replaces, so it still needs these files.\n  It is at "
              + String.join(", ", rows)
              + ".\n  Nothing was changed. Run `limbeck upgrade "
              + squash.id()
              + "` first.");
    }
  }

  private List<RevisionHeader> replaced(RevisionNode squash) {
    List<RevisionNode> nodes = catalog.view().replacedBy(squash);
    return catalog.allHeaders().stream()
        .filter(header -> nodes.stream().anyMatch(header::isOf))
        .toList();
  }

  /** Dependencies on what goes become dependencies on the squash. */
  private List<Path> remap(List<RevisionNode> squashes, FileChanges changes) {
    List<Path> changed = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    squashes.forEach(squash -> replaced(squash).forEach(header -> gone.add(header.origin())));
    for (RevisionHeader header : catalog.headers()) {
      List<String> dependsOn =
          header.dependsOn().stream().map(name -> squashOf(name, squashes)).distinct().toList();
      if (!gone.contains(header.origin()) && !dependsOn.equals(header.dependsOn())) {
        Path file = SourceFiles.of(header);
        changes.write(
            file, new HeaderEdit(SourceFiles.text(file), file.toString()).withDependsOn(dependsOn));
        changed.add(file);
      }
    }
    return changed;
  }

  private static String squashOf(String name, List<RevisionNode> squashes) {
    return squashes.stream()
        .filter(squash -> squash.replaces().contains(name))
        .map(RevisionNode::id)
        .findFirst()
        .orElse(name);
  }
}
