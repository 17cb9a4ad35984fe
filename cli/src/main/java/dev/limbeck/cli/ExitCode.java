package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of all commands. */
final class ExitCode {
  /** The command did what it is there for. */
  static final int DONE = 0;

  /** The command's own no: {@code check} found differences. */
  static final int NO = 1;

  /** The command was not called rightly. */
  static final int USAGE = 2;

  /** Settings or entities are wrong. */
  static final int CONFIGURATION = 3;

  /** The database cannot be reached, or refuses. */
  static final int DATABASE = 4;

  /** A revision, or how revisions follow each other, is wrong. */
  static final int REVISION = 5;

  /** Limbeck itself is wrong. */
  static final int BUG = 70;

  private ExitCode() {}

  /** What the help says of them. */
  static Map<String, String> descriptions(String no) {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put("0", "done");
    if (!no.isEmpty()) {
      descriptions.put("1", no);
    }
    descriptions.put("2", "not called rightly");
    descriptions.put("3", "settings or entities are wrong");
    descriptions.put("4", "the database cannot be reached, or refuses");
    descriptions.put("5", "a revision, or how revisions follow each other, is wrong");
    return descriptions;
  }
}
