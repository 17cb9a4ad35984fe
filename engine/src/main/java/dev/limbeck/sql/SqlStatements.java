package dev.limbeck.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into its statements at the semicolons that end one: not those in quotes or
 * comments, nor those inside the {@code BEGIN … END} body of a trigger or of a SQL-standard
 * function.
 */
public final class SqlStatements {
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
}
