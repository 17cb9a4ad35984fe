package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes errors of what a database or its driver says. */
public final class DatabaseFailure {
  private DatabaseFailure() {}

  /** LMB-401: no connection. The URL is named without user and password. */
  public static LimbeckException connecting(String place, SQLException cause) {
    return new LimbeckException(
        "LMB-401",
        "There is no connection to the database.\n  "
            + place
            + "\n  "
            + text(cause)
            + "\n  Check url, user and password, and that the server runs.",
        cause);
  }

  /** LMB-402: the catalog, or Limbeck's own tables, could not be read. */
  public static LimbeckException reading(ConnectionSource database, SQLException cause) {
    return beside("The database could not be read.", database.place(), cause);
  }

  /** LMB-402: something beside the statements of a revision failed. */
  public static LimbeckException working(ConnectionSource database, SQLException cause) {
    return beside("The database refused what Limbeck needs to do.", database.place(), cause);
  }

  /** LMB-402, where it is not known which database it is. */
  public static LimbeckException reading(SQLException cause) {
    return beside("The database could not be read.", "", cause);
  }

  private static LimbeckException beside(String what, String place, SQLException cause) {
    return new LimbeckException(
        "LMB-402",
        what
            + (place.isEmpty() ? "" : "\n  " + place)
            + "\n  "
            + text(cause)
            + "\n  Check that it is there, that nothing else blocks it, and what this user may do in it.",
        cause);
  }

  /**
   * LMB-405: a statement of a revision failed.
   *
   * @param rolledBack true where it stood in a transaction
   * @param before how many steps of the revision are done and stay
   */
  public static LimbeckException running(
      String revision,
      @Nullable String place,
      String what,
      boolean rolledBack,
      int before,
      Throwable cause) {
    return running(revision, place, what, rolledBack, before, null, cause);
  }

  /**
   * As {@link #running(String, String, String, boolean, int, Throwable)}.
   *
   * @param remedy what somebody can do about it, or null
   */
  static LimbeckException running(
      String revision,
      @Nullable String place,
      String what,
      boolean rolledBack,
      int before,
      @Nullable String remedy,
      Throwable cause) {
    return new LimbeckException(
        "LMB-405",
        "Revision "
            + revision
            + " failed.\n  "
            + (place == null ? "" : place + "   ")
            + what.strip().replace("\n", "\n    ")
            + "\n  "
            + text(cause)
            + (remedy == null ? "" : "\n  " + remedy)
            + "\n  "
            + consequence(rolledBack, before),
        cause);
  }

  /** LMB-405: the database refused at the end of a transaction, such as by a deferred check. */
  static LimbeckException committing(Committed committed, SQLException cause) {
    return new LimbeckException(
        "LMB-405",
        "The COMMIT of "
            + committed.what()
            + " failed.\n  "
            + text(cause)
            + "\n  The transaction was rolled back."
            + (committed.whole()
                ? ""
                : "\n  Put right what is wrong, then `limbeck resume` goes on here."),
        cause);
  }

  private static String consequence(boolean rolledBack, int before) {
    if (rolledBack && before == 0) {
      return "It was rolled back: database and version are as they were before it.";
    }
    String done =
        before == 0
            ? ""
            : before == 1
                ? " The step before it is done and stays."
                : " The " + before + " steps before it are done and stay.";
    return (rolledBack ? "This step was rolled back." : "It stood outside of a transaction.")
        + done
        + "\n  Put right what is wrong, then `limbeck resume` goes on here.";
  }

  /** What the database says, in lines that follow the first one's indentation. */
  static String text(Throwable cause) {
    String message =
        cause instanceof SQLException || cause instanceof LimbeckException
            ? cause.getMessage()
            : cause.toString();
    return (message == null ? cause.getClass().getName() : message.strip()).replace("\n", "\n  ");
  }
}
