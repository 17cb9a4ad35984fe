package dev.limbeck.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What libraries log: nothing, or with {@code --verbose} what they find worth knowing, on stderr.
 *
 * <p>Java's logging asks for this class when a library first logs; a command that meets none of
 * them does not load it. A configuration of logging that the user has set up is left alone.
 */
public final class LibraryLogs {
  /** The system property that asks for logs. */
  static final String VERBOSE = "dev.limbeck.cli.verbose";

  /** Called by Java's logging; sets up the root logger. */
  public LibraryLogs() {
    Logger root = Logger.getLogger("");
    if (Boolean.getBoolean(VERBOSE)) {
      root.setLevel(Level.INFO);
      root.addHandler(new ConsoleHandler());
    } else {
      root.setLevel(Level.OFF);
    }
  }
}
