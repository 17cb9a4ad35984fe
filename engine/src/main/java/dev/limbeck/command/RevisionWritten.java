package dev.limbeck.command;

import dev.limbeck.operation.Operation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision command wrote.
 *
 * @param id the new revision's id, or null where there was nothing to do
 * @param file the new class, or null where there was nothing to do
 * @param operations what its upgrade does
 * @param notes what a person should know beside that
 */
public record RevisionWritten(
    @Nullable String id, @Nullable Path file, List<Operation> operations, List<String> notes) {
  public RevisionWritten {
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
  }
}
