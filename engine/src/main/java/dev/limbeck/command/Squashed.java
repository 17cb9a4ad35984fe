package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.operation.Operation;
import java.nio.file.Path;
import java.util.List;

/**
 * A squash that was written.
 *
 * @param id its id, which is that of the last revision that it replaces
 * @param file the file of its class
 * @param replaced the ids of the revisions that it replaces, oldest first
 * @param operations what it does
 */
public record Squashed(String id, Path file, List<String> replaced, List<Operation> operations) {
  public Squashed {
    requireNonNull(id, "id");
    requireNonNull(file, "file");
    replaced = List.copyOf(replaced);
    operations = List.copyOf(operations);
  }
}
