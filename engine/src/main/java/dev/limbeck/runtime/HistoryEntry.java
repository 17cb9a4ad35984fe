package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.source.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * The newest row about a revision, without its operations.
 *
 * @param id the row's key
 * @param revision the revision's id
 * @param started when that was begun, in ISO 8601
 * @param hasOperations true where the row has what the revision did
 * @param sourceHash the hash of its source, or null
 * @param classHash the hash of its class, or null
 */
public record HistoryEntry(
    long id,
    String revision,
    String started,
    boolean hasOperations,
    @Nullable String sourceHash,
    @Nullable String classHash) {
  public HistoryEntry {
    requireNonNull(revision, "revision");
    requireNonNull(started, "started");
  }

  /** True where the row was written for a revision of exactly this content. */
  public boolean has(@Nullable ContentHash hash) {
    return hash != null
        && hash.value().equals(hash.kind() == ContentHash.Kind.SOURCE ? sourceHash : classHash);
  }
}
