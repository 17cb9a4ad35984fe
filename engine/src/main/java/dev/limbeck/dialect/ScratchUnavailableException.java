package dev.limbeck.dialect;

/**
 * No scratch database can be made; the message is the reason, for people, and holds no password.
 */
public final class ScratchUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScratchUnavailableException(String reason) {
    super(reason);
  }

  public ScratchUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
