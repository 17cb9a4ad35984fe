package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether there are rows that refuse a change.
 *
 * @param line where the change was written, or null where that is not known
 * @param change what it does, after the name of the revision
 * @param table the table, as it is called now
 * @param key the columns of its primary key, as they are called now; empty where it has none
 * @param condition which rows refuse the change, as SQL
 * @param finding what they do, for one row and for several
 * @param advice what to say instead; null where nothing is refused, but values lose something
 */
record RowQuestion(
    @Nullable SourceLine line,
    String change,
    QualifiedName table,
    List<Identifier> key,
    String condition,
    Finding finding,
    @Nullable String advice) {
  RowQuestion {
    requireNonNull(change, "change");
    requireNonNull(table, "table");
    key = List.copyOf(key);
    requireNonNull(condition, "condition");
    requireNonNull(finding, "finding");
  }

  /** A finding in both numbers. */
  record Finding(String ofOne, String ofMany) {
    String of(long rows) {
      return rows == 1 ? ofOne : ofMany;
    }
  }
}
