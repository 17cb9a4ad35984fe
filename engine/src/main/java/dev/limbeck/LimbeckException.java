package dev.limbeck;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * An error that a user can act on: a stable code, what is wrong, where, what was seen, what to do.
 *
 * <p>The code's hundreds say whose fault it is, and with it the exit code of the command line:
 * {@code LMB-0xx} and {@code LMB-1xx} configuration and entities (3), {@code LMB-2xx} the content
 * of a revision and {@code LMB-3xx} the revision graph (5), {@code LMB-4xx} the database (4),
 * {@code LMB-5xx} usage (2). Messages never hold a password.
 */
public class LimbeckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code the stable code, such as {@code LMB-204}
   * @param message a first line that says what is wrong, then indented lines with place, finding
   *     and advice
   */
  public LimbeckException(String code, String message) {
    this(code, message, null);
  }

  public LimbeckException(String code, String message, @Nullable Throwable cause) {
    super(requireNonNull(code, "code") + " " + requireNonNull(message, "message"), cause);
    this.code = code;
  }

  /** The stable code, such as {@code LMB-204}. */
  public final String code() {
    return code;
  }

  /**
   * The exit code of a command that ends with this error: 2 usage, 3 configuration, 4 database, 5
   * revision.
   */
  public int exitCode() {
    return switch (code.charAt(4)) {
      case '0', '1' -> 3;
      case '2', '3' -> 5;
      case '4' -> 4;
      default -> 2;
    };
  }
}
