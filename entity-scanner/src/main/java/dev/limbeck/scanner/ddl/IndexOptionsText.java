package dev.limbeck.scanner.ddl;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the columns of an index.
 *
 * @param include the columns that are carried along
 * @param nullsNotDistinct true where two nulls count as equal
 * @param where the rows that the index holds, or null for all
 * @param unread what it says beyond that, or an empty text
 */
public record IndexOptionsText(
    List<Identifier> include, boolean nullsNotDistinct, @Nullable String where, String unread) {
  public IndexOptionsText {
    include = List.copyOf(include);
    requireNonNull(unread, "unread");
  }

  /** Reads {@code include (a) nulls not distinct where b > 0}. */
  public static IndexOptionsText parse(String sql) {
    DdlTokens tokens = new DdlTokens(sql);
    List<Identifier> include = tokens.skip("include") ? tokens.names() : List.of();
    boolean nullsNotDistinct = tokens.skip("nulls", "not", "distinct");
    tokens.skip("nulls", "distinct");
    String where = tokens.skip("where") ? tokens.until(Set.of()) : null;
    return new IndexOptionsText(include, nullsNotDistinct, where, tokens.rest());
  }
}
