package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at the configured database by a command that changes files, and has to know who has
 * applied them.
 *
 * @param rows the ids in the version table; null where no look was possible
 * @param note what to say of it; empty where there is nothing to say
 */
record DatabaseLook(@Nullable List<String> rows, String note) {

  /**
   * Looks.
   *
   * @param offline true to look at no database
   * @throws LimbeckException where a database is configured and does not answer
   */
  static DatabaseLook of(Settings settings, boolean offline) {
    if (offline || settings.givenConnections() == null) {
      return none(offline ? "--offline was given" : "no database is configured");
    }
    try {
      return new DatabaseLook(Deploy.rows(settings), "");
    } catch (LimbeckException e) {
      if (e.code().equals("LMB-102")) {
        return none("no database is configured");
      }
      throw new LimbeckException(
          e.code(),
          e.getMessage().substring(e.code().length() + 1)
              + "\n  Nothing was changed. --offline does not look at the database; make sure yourself"
              + " that no database has applied what changes.",
          e);
    }
  }

  private static DatabaseLook none(String why) {
    return new DatabaseLook(null, "no database was looked at: " + why);
  }

  List<String> notes() {
    return note.isEmpty() ? List.of() : List.of(note);
  }
}
