package dev.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into its statements at the semicolons that end one: not those in quotes or
 * comments, nor those inside the {@code BEGIN … END} body of a trigger or of a SQL-standard
 * function.
 */
public final class SqlStatements {
  private static final Set<String> TRANSACTION_CONTROL =
      Set.of("begin", "commit", "end", "rollback", "abort", "savepoint", "release");

  /** Words that control a transaction where {@code TRANSACTION} follows. */
  private static final Set<String> WITH_TRANSACTION = Set.of("start", "prepare");

  private SqlStatements() {}

  /**
   * The statements, trimmed, without their semicolons; parts that hold nothing but comments are
   * left out.
   */
  public static List<String> split(String script) {
    List<String> statements = new ArrayList<>();
    int start = 0;
    int body = 0;
    boolean code = false;
    boolean create = false;
    boolean routine = false;
    for (SqlToken token : SqlTokenizer.tokenize(script)) {
      if (token.kind() == SqlToken.Kind.COMMENT) {
        continue;
      }
      if (token.isSymbol(";") && body == 0) {
        if (code) {
          statements.add(script.substring(start, token.start()).strip());
        }
        start = token.end();
        code = false;
        create = false;
        routine = false;
        continue;
      }
      create |= !code && token.isWord("create");
      code = true;
      routine |=
          create
              && (token.isWord("trigger") || token.isWord("function") || token.isWord("procedure"));
      if (routine && (token.isWord("begin") || body > 0 && token.isWord("case"))) {
        body++;
      } else if (body > 0 && token.isWord("end")) {
        body--;
      }
    }
    if (code) {
      statements.add(script.substring(start).strip());
    }
    return List.copyOf(statements);
  }

  /**
   * The first statement of a script that begins, ends or divides a transaction, by its first word;
   * null where none does. The words inside a body, as in {@code BEGIN … END} of a trigger, count as
   * little as those in quotes.
   */
  public static @Nullable String transactionControl(String script) {
    for (String statement : split(script)) {
      List<SqlToken> tokens = SqlTokenizer.code(statement);
      String first = word(tokens, 0);
      if (TRANSACTION_CONTROL.contains(first)
          || WITH_TRANSACTION.contains(first) && word(tokens, 1).equals("transaction")) {
        return statement;
      }
    }
    return null;
  }

  private static String word(List<SqlToken> tokens, int index) {
    boolean there = index < tokens.size() && tokens.get(index).kind() == SqlToken.Kind.WORD;
    return there ? tokens.get(index).text().toLowerCase(Locale.ROOT) : "";
  }
}
