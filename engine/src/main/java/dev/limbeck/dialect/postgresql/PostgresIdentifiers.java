package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Set;

/**
 * PostgreSQL's names: folded to lower case where they are not quoted, cut after 63 bytes.
 *
 * <p>A reserved word is quoted in lower case, which is the name that its unquoted spelling would
 * have: whether the mapping quotes it makes no difference.
 */
final class PostgresIdentifiers implements IdentifierRules {

  /**
   * The words that {@code pg_get_keywords()} of PostgreSQL 18 calls reserved, those that may be
   * function or type names included: none of them names a table or a column without quotes.
   *
   * @see <a href="https://www.postgresql.org/docs/18/sql-keywords-appendix.html">SQL Key Words</a>
   */
  private static final Set<String> RESERVED =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization binary both case cast \
          check collate collation column concurrently constraint create cross current_catalog \
          current_date current_role current_schema current_time current_timestamp current_user \
          default deferrable desc distinct do else end except false fetch for foreign freeze from \
          full grant group having ilike in initially inner intersect into is isnull join lateral \
          leading left like limit localtime localtimestamp natural not notnull null offset on only \
          or order outer overlaps placing primary references returning right select session_user \
          similar some symmetric system_user table tablesample then to trailing true union unique \
          user using variadic verbose when where window with"""
              .split(" "));

  @Override
  public String render(Identifier identifier) {
    String name = identifier.key();
    if (!identifier.quoted() && isPlain(name) && !RESERVED.contains(name)) {
      return identifier.text();
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public String render(QualifiedName name) {
    return name.schema() == null
        ? render(name.name())
        : render(name.schema()) + "." + render(name.name());
  }

  @Override
  public int maxBytes() {
    return 63;
  }

  @Override
  public Identifier stored(String text) {
    return Identifier.stored(text);
  }

  /** True for a letter or underscore, then letters, digits, underscores and dollar signs. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c == '_' || c > 127;
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '$'))) {
        return false;
      }
    }
    return true;
  }
}
