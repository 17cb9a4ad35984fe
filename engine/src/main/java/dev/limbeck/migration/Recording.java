package dev.limbeck.migration;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TableAlteration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one method of a revision recorded: its operations, and where each was written. */
public final class Recording {
  private final List<Operation> operations;
  private final Map<Object, SourceLine> lines;

  Recording(List<Operation> operations, Map<Object, SourceLine> lines) {
    this.operations = List.copyOf(operations);
    this.lines = new IdentityHashMap<>(lines);
  }

  /** A recording of operations that nobody wrote down. */
  public static Recording of(List<Operation> operations) {
    return new Recording(operations, Map.of());
  }

  /** The operations in their order. */
  public List<Operation> operations() {
    return operations;
  }

  /** Where this very operation was written, or null where that is not known. */
  public @Nullable SourceLine line(Operation operation) {
    return lines.get(operation);
  }

  /** Where this very alteration was written, or null where that is not known. */
  public @Nullable SourceLine line(TableAlteration alteration) {
    return lines.get(alteration);
  }
}
