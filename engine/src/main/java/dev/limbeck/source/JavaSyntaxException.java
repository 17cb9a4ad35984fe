package dev.limbeck.source;

/** Says at which line Java source could not be read, and why; never leaves this package. */
final class JavaSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  JavaSyntaxException(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
