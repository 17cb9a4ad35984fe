package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an author has to look at in a generated revision, and where it stands.
 *
 * @param table the table that comes, goes or changes
 * @param column the column that goes or changes; null for the table as a whole
 * @param text what to look at
 */
public record Review(QualifiedName table, @Nullable Identifier column, String text) {
  public Review {
    requireNonNull(table, "table");
    requireNonNull(text, "text");
  }

  /**
   * What stands above a change; null where there is nothing to look at.
   *
   * @param column the column that goes or changes; null for the table as a whole
   */
  public static @Nullable String above(
      List<Review> reviews, QualifiedName table, @Nullable Identifier column) {
    String all =
        reviews.stream()
            .filter(each -> each.table.equals(table))
            .filter(each -> column == null ? each.column == null : column.equals(each.column))
            .map(Review::text)
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? null : "Review: " + all + ".";
  }
}
