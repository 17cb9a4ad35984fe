package dev.limbeck.source;

import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
   * Where entities and attributes are kept once these revisions are applied: the table or column by
   * path. Empty where nothing is known, as for classes whose sources are elsewhere.
   *
   * @param ids the ids of the revisions, each after those that it follows
   * @throws dev.limbeck.LimbeckException LMB-221 where a mapping file is broken
   */
  default SortedMap<String, String> mapping(List<String> ids) {
    return new TreeMap<>();
  }

  /**
   * With which version of Hibernate the entities were read that revisions were generated from, by
   * the id of the revision; those of which it is not known are left out.
   *
   * @throws dev.limbeck.LimbeckException LMB-221 where a mapping file is broken
   */
  default Map<String, String> hibernateVersions() {
    return Map.of();
  }

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
