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
 * @param proofs where it was proven, and why not elsewhere; none where nobody asked for a proof
 */
public record RevisionWritten(
    @Nullable String id,
    @Nullable Path file,
    List<Operation> operations,
    List<String> notes,
    List<Proof> proofs) {
  public RevisionWritten {
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
    proofs = List.copyOf(proofs);
  }
}
