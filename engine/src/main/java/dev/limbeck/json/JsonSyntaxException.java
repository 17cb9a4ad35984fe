package dev.limbeck.json;

/** A text is not JSON. */
public final class JsonSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonSyntaxException(String expected, int position) {
    super(expected + " expected at character " + (position + 1));
  }
}
