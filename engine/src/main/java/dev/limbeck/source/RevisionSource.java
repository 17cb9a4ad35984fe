package dev.limbeck.source;

import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where revisions come from. */
public interface RevisionSource {

  /**
   * The revisions, in the order of their file or class names. Nothing is compiled or initialised
   * for it.
   *
   * @throws dev.limbeck.LimbeckException LMB-20x where a file cannot be read as a revision
   */
  List<RevisionHeader> headers();

  /**
   * The migrations of these revisions, by id. Of a squash and the last revision that it replaces,
   * which have the same id, it is the squash's. Only what is asked for is compiled and loaded.
   *
   * @throws dev.limbeck.LimbeckException LMB-20x where one does not compile or load
   */
  Map<String, Migration> load(Collection<String> ids);

  /**
   * The migrations of these very revisions, by id. Only what is asked for is compiled and loaded.
   *
   * @throws dev.limbeck.LimbeckException LMB-20x where one does not compile or load
   */
  default Map<String, Migration> migrations(Collection<RevisionNode> revisions) {
    return load(revisions.stream().map(RevisionNode::id).toList());
  }

  /**
   * A hash of the content of each of these very revisions, by id, to see without compiling anything
   * that one is as it was. One that is left out has to be looked at.
   */
  default Map<String, ContentHash> hashes(Collection<RevisionNode> revisions) {
    return Map.of();
  }
}
