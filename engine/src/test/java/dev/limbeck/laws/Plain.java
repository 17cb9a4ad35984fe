package dev.limbeck.laws;

import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts of the independent reader without what only looks different.
 *
 * <p>PostgreSQL writes the checks of a column or domain anew when its type or collation changes,
 * and then casts elsewhere: {@code ('a'::varchar)::text} instead of {@code ('a')::text}. So casts
 * and parentheses of checks do not count. Nor does the number that is next in a table that stands
 * for a sequence: it is data. In SQLite it does not count whether the only column of a key is
 * {@code integer} or {@code bigint}, and nowhere when a formula is computed, which mappings do not
 * say. Six digits of a second are as many as none.
 */
final class Plain {
  private Plain() {}

  static List<String> facts(SchemaFacts facts) {
    Set<String> keys =
        facts.facts().stream()
            .filter(fact -> fact.kind() == Fact.Kind.PRIMARY_KEY)
            .map(fact -> fact.object() + ": " + fact.text())
            .collect(Collectors.toSet());
    return facts.facts().stream()
        .filter(fact -> fact.kind() != Fact.Kind.SEQUENCE_ROW)
        .map(fact -> line(fact, keys))
        .sorted()
        .toList();
  }

  private static String line(Fact fact, Set<String> keys) {
    if (fact.kind() == Fact.Kind.CHECK || fact.kind() == Fact.Kind.DOMAIN) {
      return withoutCasts(fact.line());
    }
    int type = fact.text().indexOf(" bigint");
    boolean key =
        fact.kind() == Fact.Kind.COLUMN
            && fact.schema().isEmpty()
            && type > 0
            && keys.contains(fact.object() + ": (" + fact.text().substring(0, type) + ")");
    String line = key ? fact.line().replace(" bigint", " integer") : fact.line();
    return fact.kind() == Fact.Kind.COLUMN
        ? withoutEnd(withoutEnd(line, " stored"), " virtual")
            .replace(" generated stored ", " generated ")
            .replace(" generated virtual ", " generated ")
            .replace("time(6) ", "time ")
            .replace("timestamp(6) ", "timestamp ")
        : line;
  }

  private static String withoutEnd(String line, String end) {
    return line.endsWith(end) ? line.substring(0, line.length() - end.length()) : line;
  }

  private static String withoutCasts(String check) {
    String text = check;
    for (String cast :
        List.of("::character varying", "::text", "::bpchar", "[]", "(", ")", "::numeric")) {
      text = text.replace(cast, "");
    }
    return text;
  }

  /** A line for each fact that only one of the two has. */
  static List<String> difference(List<String> expected, List<String> actual) {
    List<String> difference = new ArrayList<>();
    List<String> surplus = new ArrayList<>(actual);
    for (String line : expected) {
      if (!surplus.remove(line)) {
        difference.add("- " + line);
      }
    }
    surplus.forEach(line -> difference.add("+ " + line));
    return difference;
  }
}
