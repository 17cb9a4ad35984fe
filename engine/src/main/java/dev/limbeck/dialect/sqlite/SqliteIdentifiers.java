package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SQLite's names: kept as they are spelled, found whatever their case, of any length, without a
 * schema.
 *
 * <p>Quotes never change which object is meant, so a stored name is unquoted, and written in quotes
 * only where SQLite could not read it otherwise.
 */
final class SqliteIdentifiers implements IdentifierRules {

  /**
   * All keywords, also those that SQLite takes for a name where it can, and the two constants.
   *
   * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite Keywords</a>
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          abort action add after all alter always analyze and as asc attach autoincrement before \
          begin between by cascade case cast check collate column commit conflict constraint create \
          cross current current_date current_time current_timestamp database default deferrable \
          deferred delete desc detach distinct do drop each else end escape except exclude \
          exclusive exists explain fail false filter first following for foreign from full generated \
          glob group groups having if ignore immediate in index indexed initially inner insert \
          instead intersect into is isnull join key last left like limit match materialized natural \
          no not nothing notnull null nulls of offset on or order others outer over partition plan \
          pragma preceding primary query raise range recursive references regexp reindex release \
          rename replace restrict returning right rollback row rows savepoint select set table temp \
          temporary then ties to transaction trigger true unbounded union unique update using vacuum \
          values view virtual when where window with within without"""
              .split(" "));

  @Override
  public String render(Identifier identifier) {
    String name = identifier.text();
    boolean plain =
        !identifier.quoted() && isPlain(name) && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public String render(QualifiedName name) {
    return render(name.name());
  }

  @Override
  public int maxBytes() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Identifier stored(String text) {
    return Identifier.of(text);
  }

  /** The name that a spelling means: without its quotes, if it has any. */
  static String unquoted(String spelled) {
    List<SqlToken> tokens = SqlTokenizer.code(spelled);
    return tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.QUOTED
        ? tokens.get(0).value()
        : spelled;
  }

  /** True for a letter or underscore, then letters, digits, underscores and dollar signs. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '$'))) {
        return false;
      }
    }
    return true;
  }
}
