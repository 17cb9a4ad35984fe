package dev.limbeck.dialect.sqlite;

/** A stored statement that the parser does not understand; the message says where it stopped. */
final class UnreadableDdlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDdlException(String message) {
    super(message);
  }
}
