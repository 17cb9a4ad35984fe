package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a database has of the objects that a statement of SQL defines: views and composite types.
 */
public interface StoredDefinitions {

  /** The words that may stand before a name. */
  List<String> IF_NOT_EXISTS = List.of("if", "not", "exists");

  /** What a definition makes. */
  enum Kind {
    VIEW,
    COMPOSITE_TYPE
  }

  /**
   * An object that is wanted.
   *
   * @param name its name, without the default schema
   * @param create the one statement that makes it
   */
  record Definition(Kind kind, QualifiedName name, String create) {
    public Definition {
      requireNonNull(kind, "kind");
      requireNonNull(name, "name");
      requireNonNull(create, "create");
    }

    /** What stands behind the name: {@code as select 1}. Empty where there is no name. */
    public String body() {
      return bodyOf(create);
    }
  }

  /** What stands behind the name in a statement that makes a view or a type. */
  static String bodyOf(String create) {
    List<SqlToken> tokens = SqlTokenizer.code(create);
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).isWord("view") && !tokens.get(at).isWord("type")) {
      at++;
    }
    at++;
    while (at < tokens.size() && IF_NOT_EXISTS.stream().anyMatch(tokens.get(at)::isWord)) {
      at++;
    }
    at++;
    while (at + 1 < tokens.size() && tokens.get(at).isSymbol(".")) {
      at += 2;
    }
    return at >= tokens.size()
        ? ""
        : create.substring(tokens.get(at).start(), tokens.get(tokens.size() - 1).end());
  }

  /** How what is there and what is wanted go together. */
  enum State {
    /** What is there says the same. */
    SAME,
    /** There is another one of the name. */
    DIFFERENT,
    /** There is none of the name. */
    MISSING,
    /** The database could not be asked. */
    UNKNOWN
  }

  /**
   * What was found.
   *
   * @param create a statement that makes what is there; null where nothing is, or where the
   *     database does not tell
   * @param wanted a statement that makes what is wanted, in the same spelling; null where the
   *     database does not tell
   */
  record Found(State state, @Nullable String create, @Nullable String wanted) {
    public Found {
      requireNonNull(state, "state");
    }

    /** What was found where the database has no spelling of its own. */
    public Found(State state, @Nullable String create) {
      this(state, create, null);
    }
  }

  /**
   * Compares wanted objects with what is there. What was made to ask is rolled back.
   *
   * @return an answer for each
   */
  Map<Definition, Found> compared(Connection connection, List<Definition> wanted)
      throws SQLException;

  /** Of a database that is not asked. */
  static StoredDefinitions unknown() {
    return (connection, wanted) -> {
      Map<Definition, Found> found = new LinkedHashMap<>();
      wanted.forEach(each -> found.put(each, new Found(State.UNKNOWN, null)));
      return found;
    };
  }
}
