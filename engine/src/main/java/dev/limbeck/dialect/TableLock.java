package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

/**
 * What a statement locks.
 *
 * @param object the table, sequence or index, as the statement writes it; or what else is locked
 * @param mode the database's word for the lock
 * @param effect who waits for it, and what else it costs, for people
 */
public record TableLock(String object, String mode, String effect) {
  public TableLock {
    requireNonNull(object, "object");
    requireNonNull(mode, "mode");
    requireNonNull(effect, "effect");
  }
}
