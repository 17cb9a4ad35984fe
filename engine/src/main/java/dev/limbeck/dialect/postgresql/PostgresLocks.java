package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.StatementLocks;
import dev.limbeck.dialect.TableLock;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The locks of PostgreSQL's statements, by its manual: chapter Explicit Locking, and for {@code
 * ALTER TABLE} the notes of its page. Where forms differ between versions, the stronger lock is
 * told.
 */
final class PostgresLocks implements StatementLocks {
  private static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
  private static final String NOBODY = "nobody else can read or write";
  private static final String NO_WRITES = "others can read, and wait where they write";
  private static final String SCHEMA_ONLY =
      "others can read and write, and wait where they change the schema";
  private static final String ROWS = "others wait for the same rows only";

  /** Forms of {@code ALTER TABLE} for which others can go on. */
  private static final Set<String> MILD = Set.of("validate", "statistics", "attach", "cluster");

  @Override
  public List<TableLock> of(String sql) {
    Words words = new Words(SqlTokenizer.code(sql));
    if (words.take("alter")) {
      return altered(words);
    }
    if (words.take("create")) {
      return created(words);
    }
    if (words.take("drop")) {
      return dropped(words);
    }
    if (words.take("comment")) {
      return words.take("on") && (words.take("table") || words.take("column"))
          ? List.of(lock(words.name(), "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY))
          : List.of();
    }
    if (words.take("truncate")) {
      words.take("table");
      words.take("only");
      return List.of(lock(words.name(), ACCESS_EXCLUSIVE, NOBODY));
    }
    if (words.take("vacuum")) {
      return List.of(
          words.has("full")
              ? lock("its tables", ACCESS_EXCLUSIVE, NOBODY + "; writes the table anew")
              : lock("its tables", "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY));
    }
    if (words.take("reindex")) {
      return List.of(
          words.has("concurrently")
              ? lock("its tables", "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY)
              : lock("its tables", "SHARE", NO_WRITES));
    }
    return rows(words);
  }

  private static List<TableLock> rows(Words words) {
    if (words.take("update")) {
      words.take("only");
      return List.of(lock(words.name(), "ROW EXCLUSIVE", ROWS));
    }
    if (words.take("delete") && words.take("from")
        || words.take("insert") && words.take("into")
        || words.take("merge") && words.take("into")) {
      words.take("only");
      return List.of(lock(words.name(), "ROW EXCLUSIVE", ROWS));
    }
    return List.of();
  }

  private static List<TableLock> altered(Words words) {
    if (words.take("index")) {
      words.take("if", "exists");
      return List.of(lock(words.name(), "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY));
    }
    if (words.take("sequence")) {
      words.take("if", "exists");
      return List.of(lock(words.name(), "SHARE ROW EXCLUSIVE", NO_WRITES));
    }
    if (words.take("domain")) {
      String domain = words.name();
      return words.has("set", "not") || words.peek("add")
          ? List.of(
              lock("tables with columns of " + domain, "SHARE", NO_WRITES + "; looks at every row"))
          : List.of();
    }
    if (!words.take("table")) {
      return List.of();
    }
    words.take("if", "exists");
    words.take("only");
    String table = words.name();
    if (words.has("foreign", "key") && words.peek("add")) {
      List<TableLock> locks = new ArrayList<>();
      String cost = words.has("not", "valid") ? "" : "; looks at every row";
      locks.add(lock(table, "SHARE ROW EXCLUSIVE", NO_WRITES + cost));
      if (words.skipPast("references")) {
        locks.add(lock(words.name(), "SHARE ROW EXCLUSIVE", NO_WRITES));
      }
      return locks;
    }
    if (MILD.stream().anyMatch(words::has)) {
      return List.of(lock(table, "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY));
    }
    return List.of(lock(table, ACCESS_EXCLUSIVE, NOBODY + cost(words)));
  }

  /** What an alteration does beside its catalog rows. */
  private static String cost(Words words) {
    if (words.has("type") && words.has("alter")) {
      return "; may write the table and its indexes anew";
    }
    if (words.peek("add")
        && (words.has("generated") || words.has("identity") || words.has("serial"))) {
      return "; writes the table anew";
    }
    if (words.has("set", "not") || words.has("check") && !words.has("not", "valid")) {
      return "; looks at every row";
    }
    return words.peek("add") && (words.has("unique") || words.has("primary"))
        ? "; builds an index"
        : "";
  }

  private static List<TableLock> created(Words words) {
    words.take("unique");
    if (words.take("index")) {
      boolean concurrently = words.take("concurrently");
      words.take("if", "not");
      words.take("exists");
      if (!words.skipPast("on")) {
        return List.of();
      }
      words.take("only");
      return List.of(
          concurrently
              ? lock(
                  words.name(), "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY + "; reads the table twice")
              : lock(words.name(), "SHARE", NO_WRITES + "; reads the table"));
    }
    if (words.has("trigger")) {
      return words.skipPast("on")
          ? List.of(lock(words.name(), "SHARE ROW EXCLUSIVE", NO_WRITES))
          : List.of();
    }
    List<TableLock> locks = new ArrayList<>();
    if (words.peek("table")) {
      while (words.skipPast("references")) {
        locks.add(lock(words.name(), "SHARE ROW EXCLUSIVE", NO_WRITES));
      }
    }
    return locks;
  }

  private static List<TableLock> dropped(Words words) {
    if (words.take("index")) {
      boolean concurrently = words.take("concurrently");
      words.take("if", "exists");
      String index = words.name();
      return List.of(
          concurrently
              ? lock("the table of " + index, "SHARE UPDATE EXCLUSIVE", SCHEMA_ONLY)
              : lock("the table of " + index, ACCESS_EXCLUSIVE, NOBODY));
    }
    if (words.take("table") || words.take("sequence") || words.take("view")) {
      words.take("if", "exists");
      return List.of(lock(words.name(), ACCESS_EXCLUSIVE, NOBODY));
    }
    return List.of();
  }

  private static TableLock lock(String object, String mode, String effect) {
    return new TableLock(object, mode, effect);
  }

  /** The words of a statement, read from left to right. */
  private static final class Words {
    private final List<SqlToken> tokens;
    private int at;

    Words(List<SqlToken> tokens) {
      this.tokens = tokens;
    }

    boolean peek(String word) {
      return at < tokens.size() && tokens.get(at).isWord(word);
    }

    boolean take(String word) {
      boolean there = peek(word);
      at += there ? 1 : 0;
      return there;
    }

    void take(String first, String second) {
      if (peek(first) && at + 1 < tokens.size() && tokens.get(at + 1).isWord(second)) {
        at += 2;
      }
    }

    boolean has(String word) {
      return tokens.subList(Math.min(at, tokens.size()), tokens.size()).stream()
          .anyMatch(token -> token.isWord(word));
    }

    boolean has(String first, String second) {
      for (int i = at; i + 1 < tokens.size(); i++) {
        if (tokens.get(i).isWord(first) && tokens.get(i + 1).isWord(second)) {
          return true;
        }
      }
      return false;
    }

    boolean skipPast(String word) {
      for (int i = at; i < tokens.size(); i++) {
        if (tokens.get(i).isWord(word)) {
          at = i + 1;
          return true;
        }
      }
      return false;
    }

    /** A name with its schema, as it is written. */
    String name() {
      StringBuilder name = new StringBuilder();
      while (at < tokens.size()) {
        name.append(tokens.get(at++).text());
        if (at >= tokens.size() || !tokens.get(at).isSymbol(".")) {
          break;
        }
        name.append('.');
        at++;
      }
      return name.toString();
    }
  }
}
