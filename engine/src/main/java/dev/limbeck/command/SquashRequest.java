package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A chain of revisions that is to become one.
 *
 * @param range {@code first:last}, both included; {@code base:last} for all up to it
 * @param message what the squash does, in a line; null for one that names the chain
 */
public record SquashRequest(String range, @Nullable String message) {
  public SquashRequest {
    requireNonNull(range, "range");
  }
}
