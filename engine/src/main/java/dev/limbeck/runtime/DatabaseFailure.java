package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
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
  public static LimbeckException reading(SQLException cause) {
    return new LimbeckException(
        "LMB-402", "The database could not be read.\n  " + text(cause), cause);
  }

  /** LMB-405: a statement of a revision failed. */
  public static LimbeckException running(
      String revision, @Nullable String place, String what, boolean rolledBack, Throwable cause) {
    return new LimbeckException(
        "LMB-405",
        "Revision "
            + revision
            + " failed.\n  "
            + (place == null ? "" : place + "   ")
            + what.strip().replace("\n", "\n    ")
            + "\n  "
            + text(cause)
            + "\n  "
            + (rolledBack
                ? "It was rolled back: database and version are as they were before it."
                : "It stood outside a transaction: what ran before it stays."),
        cause);
  }

  /** What the database says, in lines that follow the first one's indentation. */
  private static String text(Throwable cause) {
    String message = cause instanceof SQLException ? cause.getMessage() : cause.toString();
    return (message == null ? cause.getClass().getName() : message.strip()).replace("\n", "\n  ");
  }
}
