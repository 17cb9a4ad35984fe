package dev.limbeck.command;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.command.ChangedLine.Kind;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where two states of a revision differ: the parts of operations, and what moved. */
final class OperationDifference {
  private final String method;
  private final List<Operation> before;
  private final List<Operation> after;
  private final List<String> keysBefore;
  private final List<String> keysAfter;
  private final List<ChangedLine> lines = new ArrayList<>();

  private OperationDifference(String method, List<Operation> before, List<Operation> after) {
    this.method = method;
    this.before = before;
    this.after = after;
    this.keysBefore = CanonicalRevision.keys(before);
    this.keysAfter = CanonicalRevision.keys(after);
  }

  /** The differences, those of {@code upgrade} first; at least one where the two differ. */
  static List<ChangedLine> lines(CanonicalRevision before, CanonicalRevision after) {
    List<ChangedLine> lines = new ArrayList<>(lines("upgrade", before.upgrade(), after.upgrade()));
    lines.addAll(lines("downgrade", before.downgrade(), after.downgrade()));
    return List.copyOf(lines);
  }

  private static List<ChangedLine> lines(
      String method, @Nullable List<Operation> before, @Nullable List<Operation> after) {
    if (before == null && after == null) {
      return List.of();
    }
    OperationDifference difference =
        new OperationDifference(
            method, before == null ? List.of() : before, after == null ? List.of() : after);
    difference.failure(Kind.REMOVED, before);
    difference.failure(Kind.ADDED, after);
    difference.compare();
    return difference.lines;
  }

  private void failure(Kind kind, @Nullable List<Operation> operations) {
    if (operations == null) {
      add(kind, "throws an exception");
    }
  }

  private void compare() {
    SequenceDifference operations = SequenceDifference.of(keysBefore, keysAfter);
    for (SequenceDifference.Stretch stretch : operations.stretches()) {
      int found = lines.size();
      details(
          stretch.removed().stream().map(before::get).toList(),
          stretch.added().stream().map(after::get).toList());
      if (lines.size() == found) {
        stretch.removed().forEach(place -> add(Kind.REMOVED, keysBefore.get(place)));
        stretch.added().forEach(place -> add(Kind.ADDED, keysAfter.get(place)));
      }
    }
    for (int i = 0; i < before.size(); i++) {
      int to = operations.movedTo(i);
      if (to >= 0) {
        add(Kind.MOVED, line(before.get(i)) + " (place " + (i + 1) + " -> " + (to + 1) + ")");
      }
    }
  }

  private static String line(Operation operation) {
    return OperationLines.of(List.of(operation)).stream()
        .map(OperationLine::toString)
        .collect(Collectors.joining("; "));
  }

  private void details(List<Operation> removed, List<Operation> added) {
    List<String> partsBefore = OperationDetails.of(removed);
    List<String> partsAfter = OperationDetails.of(added);
    SequenceDifference parts = SequenceDifference.of(partsBefore, partsAfter);
    for (SequenceDifference.Stretch stretch : parts.stretches()) {
      stretch.removed().forEach(place -> add(Kind.REMOVED, partsBefore.get(place)));
      stretch.added().forEach(place -> add(Kind.ADDED, partsAfter.get(place)));
    }
    for (int i = 0; i < partsBefore.size(); i++) {
      if (parts.movedTo(i) >= 0) {
        add(Kind.MOVED, partsBefore.get(i) + " (in another place)");
      }
    }
  }

  private void add(Kind kind, String text) {
    lines.add(new ChangedLine(method, kind, text));
  }
}
