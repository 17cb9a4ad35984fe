package dev.limbeck.graph;

import org.jspecify.annotations.Nullable;

/**
 * A parsed selector; {@link SelectorParser} describes the language.
 *
 * @param branch what stands before the {@code @}
 * @param symbol the revision, or where the steps begin; null where they begin at the current state
 * @param steps up if positive, down if negative; null if the selector is absolute
 */
record Selector(@Nullable String branch, @Nullable String symbol, @Nullable Integer steps) {

  static final String HEAD = "head";
  static final String HEADS = "heads";
  static final String BASE = "base";

  /** Whether the word means a place in the graph and so cannot mean a branch. */
  static boolean isReserved(String word) {
    return word.equals(HEAD) || word.equals(HEADS) || word.equals(BASE);
  }
}
