package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** Failures and operations as a proof tells of them. */
final class ProofText {
  private ProofText() {}

  /** The failure in one line, without its code. */
  static String oneLine(Throwable failure) {
    return lines(failure).stream().collect(Collectors.joining(" "));
  }

  /** The lines of a failure, without its code and without what is only true of a real upgrade. */
  static List<String> lines(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof LimbeckException e) {
      message = message.substring(e.code().length()).strip();
    }
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("It was rolled back"))
        .toList();
  }

  /** What the operations do, a line for each. */
  static List<String> lines(List<Operation> operations) {
    return OperationLines.of(operations).stream().map(Object::toString).toList();
  }
}
