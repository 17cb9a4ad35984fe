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
  private static final String CONFIGURATION = "java.util.logging.config.class";
  private static final String VERBOSE = "dev.limbeck.cli.verbose";

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

  /** Says that this class sets up logging, if nothing else does. */
  static void use(boolean verbose) {
    if (System.getProperty(CONFIGURATION) == null
        && System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty(VERBOSE, String.valueOf(verbose));
      System.setProperty(CONFIGURATION, LibraryLogs.class.getName());
    }
  }
}
