package dev.limbeck.graph;

import org.jspecify.annotations.Nullable;

/**
 * Parses the language in which revisions are named on the command line and in calls.
 *
 * <pre>
 * selector = [branch "@"] [symbol] [("+" | "-") digits]     absolute without the last part
 * symbol   = "head" | "heads" | "base" | id | label | prefix
 * branch   = label | id | prefix
 * range    = [selector] ":" [selector]
 * </pre>
 *
 * <table>
 * <caption>Absolute selectors</caption>
 * <tr><td>{@code 3f2a91c07b4d}</td><td>the revision with that id</td></tr>
 * <tr><td>{@code 3f2a}</td><td>the only revision whose id begins so; labels count too. The id or
 *     label has to have four characters or more, the typed text may be shorter</td></tr>
 * <tr><td>{@code billing}</td><td>the revision that declares that label</td></tr>
 * <tr><td>{@code head}</td><td>the only head: the revision without a child</td></tr>
 * <tr><td>{@code heads}</td><td>all heads, except those that another revision depends on</td></tr>
 * <tr><td>{@code base}</td><td>the empty state below the first revisions</td></tr>
 * <tr><td>{@code billing@head}</td><td>the only head that is an ancestor or descendant of the
 *     branch's revision; an id serves as branch too</td></tr>
 * <tr><td>{@code billing@heads}</td><td>all heads of the branch</td></tr>
 * <tr><td>{@code billing@base}</td><td>the empty state, where a downgrade, a stamp or a history is
 *     restricted to the branch</td></tr>
 * <tr><td>{@code billing@3f2a}</td><td>that revision, which has to be in the branch's lineage</td></tr>
 * </table>
 *
 * <table>
 * <caption>Relative selectors</caption>
 * <tr><td>{@code +2}</td><td>two steps up from the current state (upgrade)</td></tr>
 * <tr><td>{@code billing@+2}</td><td>the same along one branch</td></tr>
 * <tr><td>{@code -1}</td><td>one step down from the current state (downgrade); in listings, one
 *     step below each head</td></tr>
 * <tr><td>{@code billing@-1}</td><td>the same on one branch</td></tr>
 * <tr><td>{@code 3f2a+2}, {@code head-1}, {@code billing@base+3}</td><td>steps from a given
 *     place</td></tr>
 * </table>
 *
 * <p>A step up goes to the only child (in a branch: the only child in its lineage), a step down to
 * the only parent; where there are several, the walk is ambiguous and an error. In a relative
 * selector the symbol consists of letters, digits and {@code _}: {@code v1.0+1} is not relative,
 * and names nothing. Text after the digits is ignored.
 *
 * <p>Parsing never fails: what is not relative is absolute, and may turn out to name nothing.
 */
final class SelectorParser {

  private SelectorParser() {}

  static Selector parse(String text) {
    Selector relative = relative(text);
    return relative == null ? absolute(text) : relative;
  }

  /** As {@link #parse}, for commands that know no relative selectors. */
  static Selector absolute(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new Selector(null, text, null)
        : new Selector(text.substring(0, at), text.substring(at + 1), null);
  }

  /**
   * How many steps below the heads {@code -n} means in listings: negative, or 0 where the symbol is
   * no such number.
   */
  static int stepsBelowHeads(String symbol) {
    return symbol.length() > 1
            && symbol.charAt(0) == '-'
            && symbol.chars().skip(1).allMatch(Character::isDigit)
        ? number(symbol, 0, symbol.length())
        : 0;
  }

  private static @Nullable Selector relative(String text) {
    for (int at = text.indexOf('@', 1); at > 0; at = text.indexOf('@', at + 1)) {
      Selector found = relative(text.substring(0, at), text, at + 1);
      if (found != null) {
        return found;
      }
    }
    return relative(null, text, 0);
  }

  private static @Nullable Selector relative(@Nullable String branch, String text, int start) {
    int sign = start;
    while (sign < text.length() && isWordCharacter(text.charAt(sign))) {
      sign++;
    }
    int end = sign + 1;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean signed =
        end > sign + 1
            && end <= text.length()
            && (text.charAt(sign) == '+' || text.charAt(sign) == '-');
    if (!signed) {
      return null;
    }
    String symbol = sign == start ? null : text.substring(start, sign);
    return new Selector(branch, symbol, number(text, sign, end));
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** The signed number; one that is too large for a graph is cut to the largest. */
  private static int number(String text, int sign, int end) {
    int magnitude = 0;
    for (int i = sign + 1; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      magnitude =
          magnitude > (Integer.MAX_VALUE - digit) / 10 ? Integer.MAX_VALUE : magnitude * 10 + digit;
    }
    return text.charAt(sign) == '-' ? -magnitude : magnitude;
  }
}
