package dev.limbeck.testing.random;

import dev.limbeck.model.Identifier;

/** Names and texts as both databases read them in SQL. */
final class Sql {
  private Sql() {}

  /** The name in quotes, as a folding database stores it. */
  static String name(Identifier identifier) {
    return '"' + identifier.key().replace("\"", "\"\"") + '"';
  }

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
