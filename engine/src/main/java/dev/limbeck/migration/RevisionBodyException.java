package dev.limbeck.migration;

import dev.limbeck.LimbeckException;

/** LMB-219: a revision's body says something that makes no sense in itself. */
public final class RevisionBodyException extends LimbeckException {
  private static final long serialVersionUID = 1L;

  RevisionBodyException(String message) {
    super("LMB-219", message);
  }
}
