package dev.limbeck.command;

import org.jspecify.annotations.Nullable;

/**
 * What keeps people from hurting a database by mistake.
 *
 * @param isProtected true where undoing revisions, throwing data away and stamping need the name of
 *     the database
 * @param confirmed the name of the database that somebody typed, or null
 */
public record Protection(boolean isProtected, @Nullable String confirmed) {

  /** Nothing is protected. */
  public static final Protection NONE = new Protection(false, null);
}
