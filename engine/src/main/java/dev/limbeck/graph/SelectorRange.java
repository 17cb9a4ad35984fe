package dev.limbeck.graph;

/**
 * The two selectors of {@code from:to}.
 *
 * @param from may be empty
 * @param to may be empty
 */
record SelectorRange(String from, String to) {

  static boolean isRange(String text) {
    return text.indexOf(':') >= 0;
  }

  /**
   * @throws GraphException {@link GraphProblem#BAD_RANGE} where there is not exactly one colon
   */
  static SelectorRange parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      throw bad(text, "A range has exactly one colon: <from>:<to>.");
    }
    return new SelectorRange(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  static GraphException bad(String text, String expected) {
    return new GraphException(
        GraphProblem.BAD_RANGE,
        "'" + text + "' is not a range that can be used here.",
        expected,
        "For example base:head, or 3f2a91c0:billing@head.");
  }
}
