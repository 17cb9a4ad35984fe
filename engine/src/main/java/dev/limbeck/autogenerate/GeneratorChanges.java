package dev.limbeck.autogenerate;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.RenameSequence;
import java.util.List;
import java.util.Map;

/**
 * Which ids get their numbers from another sequence, or table of counters, after operations than
 * before them.
 *
 * @param before what the mapping files say before them
 */
record GeneratorChanges(Map<String, String> before, List<Operation> operations) {

  /**
   * True for a sequence that is created, or that did not give out these ids until now. Where the
   * mapping files are of a time before they told the sequences, only the former is known.
   *
   * @param path the attribute of the ids
   */
  boolean isNew(QualifiedName sequence, String path) {
    if (isCreated(sequence)) {
      return true;
    }
    if (!before.containsKey(path) || Generators.isSilent(before)) {
      return false;
    }
    String old = before.get(Generators.key(path));
    return old == null || !isSame(renamed(QualifiedName.parse(old)), sequence);
  }

  private boolean isCreated(QualifiedName sequence) {
    return operations.stream()
        .anyMatch(
            operation ->
                operation instanceof CreateSequence create
                        && create.sequence().name().equals(sequence)
                    || operation instanceof CreateTable table
                        && table.table().name().equals(sequence));
  }

  private QualifiedName renamed(QualifiedName sequence) {
    QualifiedName name = sequence;
    for (Operation operation : operations) {
      if (operation instanceof RenameSequence rename && isSame(name, rename.from())) {
        name = rename.to();
      }
    }
    return name;
  }

  /** True for the same name; the second may leave out the default schema. */
  private static boolean isSame(QualifiedName one, QualifiedName other) {
    return one.equals(other) || other.schema() == null && one.name().equals(other.name());
  }
}
