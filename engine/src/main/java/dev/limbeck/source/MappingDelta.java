package dev.limbeck.source;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a revision changes where entities and attributes are kept: the file {@code R….mapping} beside
 * its class.
 *
 * <pre>
 * revision = 3f2a91c07b4d
 * hibernate = 7.4.5.Final
 * - com.acme.Order.total = orders.total
 * + com.acme.Order.total = orders.total_amount
 * </pre>
 *
 * @param revision the id of the revision
 * @param replaces of a squash, the ids of the revisions whose changes it sums up; else empty
 * @param hibernate the version of Hibernate by which the entities were read that the revision was
 *     made from; null where that is not known
 * @param removed the places that are given up, by the path of entity or attribute
 * @param added the places that are taken, by the path of entity or attribute
 */
public record MappingDelta(
    String revision,
    List<String> replaces,
    @Nullable String hibernate,
    SortedMap<String, String> removed,
    SortedMap<String, String> added) {
  static final String SUFFIX = ".mapping";
  private static final String FIRST_LINE = "revision = ";
  private static final String SECOND_LINE = "replaces = ";
  private static final String HIBERNATE = "hibernate = ";
  private static final String IS = " = ";

  public MappingDelta {
    requireNonNull(revision, "revision");
    replaces = List.copyOf(replaces);
    removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
    added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
  }

  /** The change of a revision that was not made by squashing. */
  public MappingDelta(
      String revision, SortedMap<String, String> removed, SortedMap<String, String> added) {
    this(revision, List.of(), null, removed, added);
  }

  /** The same change as that of a squash. */
  public MappingDelta withReplaces(List<String> ids) {
    return new MappingDelta(revision, ids, hibernate, removed, added);
  }

  /** The same change, made from entities that this version of Hibernate read. */
  public MappingDelta withHibernate(@Nullable String version) {
    return new MappingDelta(revision, replaces, version, removed, added);
  }

  /** The change from one mapping to another. */
  public static MappingDelta between(
      String revision, Map<String, String> before, Map<String, String> after) {
    SortedMap<String, String> removed = new TreeMap<>(before);
    removed.entrySet().removeAll(after.entrySet());
    SortedMap<String, String> added = new TreeMap<>(after);
    added.entrySet().removeAll(before.entrySet());
    return new MappingDelta(revision, removed, added);
  }

  /** True when nothing changes. */
  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }

  /**
   * The mapping after the change. A place that another branch has changed since is not given up.
   */
  public SortedMap<String, String> applyTo(Map<String, String> before) {
    SortedMap<String, String> after = new TreeMap<>(before);
    removed.forEach(after::remove);
    after.putAll(added);
    return after;
  }

  /**
   * The mapping at the end of revisions.
   *
   * @param revisions the ids of the revisions, each after those that it follows
   * @param deltas the changes by the id of their revision; a revision without one changes nothing
   */
  public static SortedMap<String, String> sum(
      List<String> revisions, Map<String, MappingDelta> deltas) {
    SortedMap<String, String> mapping = new TreeMap<>();
    for (String revision : revisions) {
      MappingDelta delta = deltas.get(revision);
      if (delta != null) {
        mapping = delta.applyTo(mapping);
      }
    }
    return mapping;
  }

  /** The text of the file: sorted by path, what is given up before what is taken. */
  public String format() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append(revision).append('\n');
    if (!replaces.isEmpty()) {
      text.append(SECOND_LINE).append(String.join(", ", replaces)).append('\n');
    }
    if (hibernate != null) {
      text.append(HIBERNATE).append(hibernate).append('\n');
    }
    TreeSet<String> paths = new TreeSet<>(removed.keySet());
    paths.addAll(added.keySet());
    for (String path : paths) {
      appendLine(text, "- ", path, removed.get(path));
      appendLine(text, "+ ", path, added.get(path));
    }
    return text.toString();
  }

  private static void appendLine(
      StringBuilder text, String sign, String path, @Nullable String place) {
    if (place != null) {
      text.append(sign).append(path).append(IS).append(place).append('\n');
    }
  }

  /**
   * Reads the text of such a file. Empty lines, and those that begin with {@code #}, say nothing.
   *
   * @param origin what the text is called in an error
   * @throws LimbeckException LMB-221 where it is no such text
   */
  public static MappingDelta parse(String text, String origin) {
    String revision = null;
    List<String> replaces = List.of();
    String hibernate = null;
    SortedMap<String, String> removed = new TreeMap<>();
    SortedMap<String, String> added = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int is = line.indexOf(IS);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (revision == null && line.startsWith(FIRST_LINE)) {
        revision = line.substring(FIRST_LINE.length()).strip();
      } else if (revision != null && line.startsWith(SECOND_LINE)) {
        replaces = List.of(line.substring(SECOND_LINE.length()).strip().split(",\\s*"));
      } else if (revision != null && line.startsWith(HIBERNATE)) {
        hibernate = line.substring(HIBERNATE.length()).strip();
      } else if (revision != null && is > 2 && (line.startsWith("+ ") || line.startsWith("- "))) {
        (line.charAt(0) == '+' ? added : removed)
            .put(line.substring(2, is), line.substring(is + IS.length()));
      } else {
        throw unreadable(origin + ":" + (i + 1) + "   " + line);
      }
    }
    if (revision == null) {
      throw unreadable(origin + "   it does not begin with \"revision = <id>\"");
    }
    return new MappingDelta(revision, replaces, hibernate, removed, added);
  }

  private static LimbeckException unreadable(String what) {
    return new LimbeckException(
        "LMB-221",
        "A mapping file cannot be read.\n  "
            + what
            + "\n  It says \"revision = <id>\" first, then \"+ path = place\" or \"- path = place\".");
  }

  /**
   * The changes in directories and their subdirectories, by the id of their revision. What a squash
   * sums up is not among them.
   *
   * @throws LimbeckException LMB-221 where a file is broken, or two are of one revision
   */
  public static SortedMap<String, MappingDelta> readAll(List<Path> directories) {
    SortedMap<String, MappingDelta> deltas = new TreeMap<>();
    MappingFile.readAll(directories).forEach((id, file) -> deltas.put(id, file.delta()));
    return deltas;
  }
}
