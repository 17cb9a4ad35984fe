package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Identifier;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of collations and operator classes in SQL, as {@code quote_ident} spells them: quoted only
 * where they have to be, without the schema that is always searched.
 */
final class QuotedName {
  private QuotedName() {}

  /** The name in the catalog's spelling; a text that is no name stays as it is. */
  static String of(String sql) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
      if (i % 2 == 0 ? !name : !token.isSymbol(".")) {
        return sql;
      }
      if (name) {
        parts.add(part(token));
      }
    }
    if (parts.size() == 2 && parts.get(0).equals("pg_catalog")) {
      parts.remove(0);
    }
    return String.join(".", parts);
  }

  private static String part(SqlToken token) {
    String name = token.kind() == Kind.QUOTED ? token.value() : Identifier.of(token.text()).key();
    return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty() && !name.equals("default");
  }
}
