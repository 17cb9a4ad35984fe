package dev.limbeck.source;

import dev.limbeck.LimbeckException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file {@code model.lock}: the heads of all revisions, and where entities and attributes are
 * kept after them. It follows from the revisions and is written anew with each; two branches that
 * both add a revision conflict in its first lines, where a person sees it.
 *
 * @param heads the ids of the revisions that none follows, sorted
 * @param mapping the place by the path of entity or attribute
 */
public record ModelLock(List<String> heads, SortedMap<String, String> mapping) {
  /** The name of the file. */
  public static final String FILE = "model.lock";

  private static final String COMMENT =
      "# Written by Limbeck with each revision, and not by hand. Where two branches conflict here,\n"
          + "# both add a revision: join them with `limbeck merge`.\n";
  private static final String HEAD = "head = ";
  private static final String IS = " = ";

  public ModelLock {
    heads = heads.stream().sorted().toList();
    mapping = Collections.unmodifiableSortedMap(new TreeMap<>(mapping));
  }

  /** The lock of these revisions. */
  public static ModelLock of(
      Collection<RevisionHeader> revisions, Map<String, MappingDelta> deltas) {
    Set<String> heads = new TreeSet<>();
    revisions.forEach(revision -> heads.add(revision.id()));
    revisions.forEach(revision -> heads.removeAll(revision.revises()));
    return new ModelLock(List.copyOf(heads), MappingDelta.sum(inOrder(revisions), deltas));
  }

  /** Each revision after those that it needs; else by time and id. */
  private static List<String> inOrder(Collection<RevisionHeader> revisions) {
    Map<String, RevisionHeader> waiting = new LinkedHashMap<>();
    revisions.stream()
        .sorted(Comparator.comparing(RevisionHeader::created).thenComparing(RevisionHeader::id))
        .forEach(revision -> waiting.put(revision.id(), revision));
    Set<String> all = Set.copyOf(waiting.keySet());
    Set<String> done = new HashSet<>();
    List<String> order = new ArrayList<>();
    boolean found = true;
    while (found) {
      found = false;
      for (RevisionHeader revision : List.copyOf(waiting.values())) {
        if (isReady(revision.revises(), all, done) && isReady(revision.dependsOn(), all, done)) {
          order.add(revision.id());
          done.add(revision.id());
          waiting.remove(revision.id());
          found = true;
        }
      }
    }
    // What is left goes round in circles, which the graph reports.
    order.addAll(waiting.keySet());
    return order;
  }

  private static boolean isReady(List<String> needed, Set<String> all, Set<String> done) {
    return needed.stream().noneMatch(id -> all.contains(id) && !done.contains(id));
  }

  /** The text of the file. */
  public String format() {
    StringBuilder text = new StringBuilder(COMMENT);
    heads.forEach(head -> text.append(HEAD).append(head).append('\n'));
    text.append('\n');
    mapping.forEach((path, place) -> text.append(path).append(IS).append(place).append('\n'));
    return text.toString();
  }

  /**
   * Reads the text of the file.
   *
   * @param origin what the text is called in an error
   * @throws LimbeckException LMB-221 where it is no such text
   */
  public static ModelLock parse(String text, String origin) {
    List<String> heads = new ArrayList<>();
    SortedMap<String, String> mapping = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int is = line.indexOf(IS);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(HEAD)) {
        heads.add(line.substring(HEAD.length()).strip());
      } else if (is > 0) {
        mapping.put(line.substring(0, is), line.substring(is + IS.length()));
      } else {
        throw new LimbeckException(
            "LMB-221",
            "The file model.lock cannot be read.\n  "
                + origin
                + ":"
                + (i + 1)
                + "   "
                + line
                + "\n  It follows from the revisions: delete it, and the next revision writes it.");
      }
    }
    return new ModelLock(heads, mapping);
  }
}
