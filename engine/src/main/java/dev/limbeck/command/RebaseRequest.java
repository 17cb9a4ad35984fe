package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A revision that is to follow another one.
 *
 * @param revision a selector of the revision
 * @param onto a selector of the revision that it is to follow, or {@code base}
 * @param from a selector of the parent that it is to follow no more, or {@link #ALL}; null where
 *     there is only one
 * @param offline true to look at no database
 */
public record RebaseRequest(String revision, String onto, @Nullable String from, boolean offline) {

  /** As {@code from}: all parents. */
  public static final String ALL = "all";

  public RebaseRequest {
    requireNonNull(revision, "revision");
    requireNonNull(onto, "onto");
  }
}
