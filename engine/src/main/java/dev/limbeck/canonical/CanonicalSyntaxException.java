package dev.limbeck.canonical;

/** A stored text is JSON, but no operations that this version knows. */
public final class CanonicalSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CanonicalSyntaxException(String message) {
    super(message);
  }
}
