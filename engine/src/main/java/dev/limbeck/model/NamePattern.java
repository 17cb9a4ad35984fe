package dev.limbeck.model;

import dev.limbeck.LimbeckException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How names of a kind are made: text with tokens in braces.
 *
 * <ul>
 *   <li>{@code {table}}: the table's name; {@code {schema}}: its schema, where it is named
 *   <li>{@code {columns}}: all columns, with an underscore between them; {@code {column}}: the
 *       first
 *   <li>{@code {referred}}: the table that a foreign key refers to; {@code {referred-columns}}: the
 *       columns there. Of foreign keys only
 * </ul>
 *
 * <p>A token with nothing to say takes the underscore before it along. The columns of a check are
 * those of an enumeration and the like; free SQL has none. An expression of an index is {@code
 * expr}.
 */
public final class NamePattern {
  private static final String REFERRED = "referred";
  private static final String REFERRED_COLUMNS = "referred-columns";
  private static final List<String> TOKENS = List.of("schema", "table", "column", "columns");

  private final String text;

  /** Text and tokens in turn, text first. */
  private final List<String> pieces;

  private NamePattern(String text, List<String> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * Reads a pattern.
   *
   * @param origin the place and key of its setting, as errors name it
   * @throws LimbeckException LMB-106 where it names a token that there is not
   */
  public static NamePattern of(NamedPart part, String text, String origin) {
    List<String> tokens = new ArrayList<>(TOKENS);
    if (part == NamedPart.FOREIGN_KEY) {
      tokens.add(REFERRED);
      tokens.add(REFERRED_COLUMNS);
    }
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (true) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String token = text.substring(open + 1, close);
      if (!tokens.contains(token)) {
        throw new LimbeckException(
            "LMB-106",
            "A setting has a value that it cannot have.\n  "
                + origin
                + "="
                + text
                + "\n  There is no token {"
                + token
                + "} for it. Tokens are {"
                + String.join("}, {", tokens)
                + "}.");
      }
      pieces.add(text.substring(at, open));
      pieces.add(token);
      at = close + 1;
    }
    pieces.add(text.substring(at));
    return new NamePattern(text, pieces);
  }

  /** The name, given what each token stands for. */
  String name(Map<String, String> values) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < pieces.size(); i += 2) {
      String plain = pieces.get(i);
      boolean nothingBefore = i > 0 && name.isEmpty() && plain.startsWith("_");
      name.append(nothingBefore ? plain.substring(1) : plain);
      if (i + 1 < pieces.size()) {
        String value = values.getOrDefault(pieces.get(i + 1), "");
        if (value.isEmpty() && !name.isEmpty() && name.charAt(name.length() - 1) == '_') {
          name.setLength(name.length() - 1);
        }
        name.append(value);
      }
    }
    return name.toString();
  }

  /** What the tokens of a table's part stand for. */
  static Map<String, String> values(QualifiedName table, List<String> columns) {
    Identifier schema = table.schema();
    return Map.of(
        "schema",
        schema == null ? "" : schema.text(),
        "table",
        table.name().text(),
        "column",
        columns.isEmpty() ? "" : columns.get(0),
        "columns",
        String.join("_", columns));
  }

  /** What the tokens of a foreign key stand for. */
  static Map<String, String> values(QualifiedName table, ForeignKey key) {
    Map<String, String> values =
        new HashMap<>(values(table, key.columns().stream().map(Identifier::text).toList()));
    values.put(REFERRED, key.target().name().text());
    values.put(
        REFERRED_COLUMNS,
        String.join("_", key.targetColumns().stream().map(Identifier::text).toList()));
    return Map.copyOf(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamePattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
