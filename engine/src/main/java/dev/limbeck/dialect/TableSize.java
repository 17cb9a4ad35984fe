package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * How large a table is.
 *
 * @param rows how many rows it has
 * @param estimated true where the number of rows is what the database last counted
 * @param bytes what it takes on disk with its indexes; null where the database does not say
 */
public record TableSize(QualifiedName table, long rows, boolean estimated, @Nullable Long bytes) {
  public TableSize {
    requireNonNull(table, "table");
  }
}
