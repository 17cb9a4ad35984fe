package dev.limbeck.graph;

import java.util.List;

/**
 * How revisions and branches may be called, so that selectors and the version table can name them.
 */
final class NameRules {
  /** What the column of the version table takes. */
  static final int LONGEST_ID = 32;

  /** Words that mean a place in the graph or in the database. */
  static final List<String> RESERVED =
      List.of(Selector.HEAD, Selector.HEADS, Selector.BASE, "current");

  private NameRules() {}

  /** Whether a revision may have that id. */
  static boolean isId(String id) {
    return !id.isEmpty()
        && id.codePointCount(0, id.length()) <= LONGEST_ID
        && !RESERVED.contains(id)
        && id.codePoints().allMatch(NameRules::isPlain);
  }

  /** Whether a branch may have that label; with a digit, a hyphen would count steps. */
  static boolean isLabel(String label) {
    if (label.isEmpty() || RESERVED.contains(label)) {
      return false;
    }
    int[] points = label.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean hyphen =
          points[i] == '-'
              && i > 0
              && i + 1 < points.length
              && isPlain(points[i + 1])
              && !Character.isDigit(points[i + 1]);
      if (!isPlain(points[i]) && !hyphen) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(int point) {
    return Character.isLetterOrDigit(point) || point == '_' || point == '.';
  }
}
