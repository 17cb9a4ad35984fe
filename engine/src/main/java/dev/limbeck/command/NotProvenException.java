package dev.limbeck.command;

/** A proof cannot go on, and nothing is wrong with the revision; the message says why. */
final class NotProvenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotProvenException(String reason) {
    super(reason);
  }

  NotProvenException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
