package dev.limbeck.hook;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.sql.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hook may look at when it rewrites a revision. No database is in reach.
 *
 * @param dialects the dialects that the revision has to hold on
 * @param found what there is before the revision, in neutral terms
 * @param wanted what the entities want
 * @param executed the SQL that the applied revisions execute themselves, oldest first: what the
 *     models have no place for, such as triggers, is known by it
 */
public record HookContext(
    List<String> dialects, DatabaseModel found, DatabaseModel wanted, List<Executed> executed) {
  public HookContext {
    dialects = List.copyOf(dialects);
    requireNonNull(found, "found");
    requireNonNull(wanted, "wanted");
    executed = List.copyOf(executed);
  }

  /**
   * SQL of a revision.
   *
   * @param dialect the dialect that it is executed on, or null for all
   * @param sql the statements
   */
  public record Executed(@Nullable String dialect, String sql) {
    public Executed {
      requireNonNull(sql, "sql");
    }
  }

  /**
   * The last SQL with a fragment in it that revisions execute on a dialect; null for none.
   *
   * @param fragment what it holds, as it is written: {@code TRIGGER orders_changed}
   */
  public @Nullable String last(String dialect, String fragment) {
    String last = null;
    for (Executed each : executed) {
      boolean there = each.dialect() == null || each.dialect().equals(dialect);
      if (there && each.sql().contains(fragment)) {
        last = each.sql();
      }
    }
    return last;
  }

  /**
   * Whether the {@link #last} SQL with a fragment in it is this one, but for spaces and the case of
   * words: what it makes is there.
   */
  public boolean stands(String dialect, String fragment, String sql) {
    String last = last(dialect, fragment);
    return last != null && SqlText.sameTokens(last, sql);
  }
}
