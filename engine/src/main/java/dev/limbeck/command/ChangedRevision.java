package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.source.RevisionHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision that says something else now than when it was applied.
 *
 * @param header what it says of itself now
 * @param applied when it was applied, or a change of it accepted, in ISO 8601
 * @param before what it did
 * @param after what it says now
 */
public record ChangedRevision(
    RevisionHeader header, String applied, CanonicalRevision before, CanonicalRevision after) {
  public ChangedRevision {
    requireNonNull(header, "header");
    requireNonNull(applied, "applied");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** True where both revisions of this id changed in the same way. */
  boolean isSameAs(ChangedRevision other) {
    return before.isSameAs(other.before) && after.isSameAs(other.after);
  }

  /** What differs. */
  public List<ChangedLine> lines() {
    return OperationDifference.lines(before, after);
  }

  /**
   * The revision and what differs, for people: the first line names it, the others are indented.
   */
  public List<String> report() {
    List<String> report = new ArrayList<>();
    report.add((header.id() + "  " + header.message()).stripTrailing());
    report.add("  " + header.origin() + ", applied " + applied);
    String method = "";
    for (ChangedLine line : lines()) {
      if (!line.method().equals(method)) {
        method = line.method();
        report.add("  " + method);
      }
      report.add("    " + line);
    }
    return report;
  }
}
