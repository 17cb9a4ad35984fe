package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;

/**
 * A name as an entity or a revision spells it.
 *
 * <p>An unquoted name is folded by the database, so {@code createdAt} and {@code createdat} are
 * equal; a quoted name is itself, and equals an unquoted one only where that folds to it. Equality
 * follows these rules (those of PostgreSQL, the stricter database); the spelling is kept for
 * printing.
 *
 * <p>No record: what it is equal by is kept, since names are compared more often than anything
 * else.
 */
public final class Identifier implements Comparable<Identifier> {
  private final String text;
  private final boolean quoted;
  private final String key;

  /**
   * @param text the name, without quotes
   * @param quoted true where the database must not fold it
   * @throws LimbeckException LMB-210 where it is empty, or holds a zero character
   */
  public Identifier(String text, boolean quoted) {
    requireNonNull(text, "text");
    if (text.isEmpty()) {
      throw new LimbeckException(
          "LMB-210", "A name is empty.\n  Give every table, column and constraint a name.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new LimbeckException(
          "LMB-210", "A name holds a zero character: " + text.replace("\0", "\\0"));
    }
    this.text = text;
    this.quoted = quoted;
    this.key = quoted ? text : folded(text);
  }

  /** The name, without quotes. */
  public String text() {
    return text;
  }

  /** True where the database must not fold it. */
  public boolean quoted() {
    return quoted;
  }

  /** A name that the database folds. */
  public static Identifier of(String text) {
    return new Identifier(text, false);
  }

  /** A name that the database takes as it is. */
  public static Identifier quoted(String text) {
    return new Identifier(text, true);
  }

  /** A name as a PostgreSQL catalog holds it: quoted where folding would change it. */
  public static Identifier stored(String text) {
    return new Identifier(text, !text.equals(folded(text)));
  }

  /** A name as revisions write it: in back ticks where it is quoted, a back tick inside doubled. */
  public static Identifier parse(String spelled) {
    requireNonNull(spelled, "spelled");
    if (spelled.length() > 2 && spelled.startsWith("`") && spelled.endsWith("`")) {
      return quoted(spelled.substring(1, spelled.length() - 1).replace("``", "`"));
    }
    return of(spelled);
  }

  /** The name as a folding database stores it; equal for equal identifiers. */
  public String key() {
    return key;
  }

  /** In lower case as PostgreSQL and SQLite fold: the letters of ASCII only. */
  private static String folded(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded = folded == null ? new StringBuilder(text) : folded;
        folded.setCharAt(i, (char) (c - 'A' + 'a'));
      }
    }
    // Most names need no folding; the text itself also keeps its hash code.
    return folded == null ? text : folded.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Identifier that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public int compareTo(Identifier other) {
    return key.compareTo(other.key);
  }

  /** The name as revisions write it; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return quoted ? "`" + text.replace("`", "``") + "`" : text;
  }
}
