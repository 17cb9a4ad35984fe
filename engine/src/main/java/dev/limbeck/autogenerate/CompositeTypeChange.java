package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The change of a composite type in its place: attributes that go, and attributes that come behind
 * the others. Hibernate reads attributes by their position, and PostgreSQL adds none elsewhere.
 */
final class CompositeTypeChange {
  private final String name;
  private final Map<Identifier, String> from;
  private final Map<Identifier, String> to;

  /** The change from what one statement makes to what another one makes. */
  CompositeTypeChange(String name, String from, String to) {
    this.name = requireNonNull(name, "name");
    this.from = attributes(from);
    this.to = attributes(to);
  }

  /** The statements; null where it cannot be done in place. */
  @Nullable List<String> statements() {
    List<Identifier> kept = new ArrayList<>(from.keySet());
    kept.retainAll(to.keySet());
    List<Identifier> wanted = List.copyOf(to.keySet());
    boolean inPlace =
        wanted.size() >= kept.size()
            && wanted.subList(0, kept.size()).equals(kept)
            && kept.stream().allMatch(each -> SqlText.sameTokens(type(from, each), type(to, each)));
    if (!inPlace) {
      return null;
    }
    List<String> statements = new ArrayList<>();
    for (Identifier each : from.keySet()) {
      if (!to.containsKey(each)) {
        statements.add("alter type " + name + " drop attribute " + spelled(each));
      }
    }
    for (Identifier each : wanted.subList(kept.size(), wanted.size())) {
      statements.add(
          "alter type " + name + " add attribute " + spelled(each) + " " + type(to, each));
    }
    return statements;
  }

  private static String type(Map<Identifier, String> attributes, Identifier name) {
    return requireNonNull(attributes.get(name));
  }

  private static String spelled(Identifier name) {
    return name.quoted() ? '"' + name.text().replace("\"", "\"\"") + '"' : name.text();
  }

  /** The types by the names of the attributes, which stand in the first parentheses. */
  private static Map<Identifier, String> attributes(String create) {
    List<SqlToken> tokens = SqlTokenizer.code(create);
    Map<Identifier, String> attributes = new LinkedHashMap<>();
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).isSymbol("(")) {
      open++;
    }
    int end = open < tokens.size() ? SqlText.closing(tokens, open) : -1;
    int first = open + 1;
    for (int i = first; i <= end; i++) {
      int closing = tokens.get(i).isSymbol("(") ? SqlText.closing(tokens, i) : -1;
      if (closing > 0) {
        i = closing;
      } else if ((i == end || tokens.get(i).isSymbol(",")) && i > first + 1) {
        SqlToken name = tokens.get(first);
        attributes.put(
            name.kind() == SqlToken.Kind.QUOTED
                ? Identifier.quoted(name.value())
                : Identifier.of(name.text()),
            create.substring(tokens.get(first + 1).start(), tokens.get(i - 1).end()));
        first = i + 1;
      }
    }
    return attributes;
  }
}
