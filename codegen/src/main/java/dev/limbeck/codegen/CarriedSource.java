package dev.limbeck.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.WrittenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Source that is taken from another file as it stands: JavaPoet would indent it anew, and so change
 * its text blocks. Marks hold its place until the rest is laid out.
 */
final class CarriedSource {
  private CarriedSource() {}

  /** What holds the place of the step's source. */
  static String mark(WrittenStep step) {
    return "carried_"
        + UUID.nameUUIDFromBytes(step.arguments().getBytes(UTF_8)).toString().replace('-', '_');
  }

  /** The source with the steps of the operations in their places, and what they import. */
  static String putInto(String source, List<Operation> operations) {
    List<WrittenStep> steps = new ArrayList<>();
    collect(operations, steps);
    String text = source;
    for (WrittenStep step : steps) {
      text = text.replace(mark(step), step.arguments());
    }
    TreeSet<String> imports = new TreeSet<>();
    steps.forEach(step -> imports.addAll(step.imports()));
    return imports.isEmpty() ? text : withImports(text, imports);
  }

  private static void collect(List<Operation> operations, List<WrittenStep> steps) {
    for (Operation operation : operations) {
      if (operation instanceof RunJava run && run.step() instanceof WrittenStep step) {
        steps.add(step);
      } else if (operation instanceof OnlyOn only) {
        collect(only.operations(), steps);
      } else if (operation instanceof OutsideTransaction outside) {
        collect(outside.operations(), steps);
      }
    }
  }

  private static String withImports(String source, TreeSet<String> imports) {
    List<String> kept = new ArrayList<>();
    int at = -1;
    for (String line : source.lines().toList()) {
      if (line.startsWith("import ")) {
        imports.add(line.substring("import ".length(), line.indexOf(';')).strip());
        at = at < 0 ? kept.size() : at;
      } else if (at != kept.size() || !line.isBlank()) {
        kept.add(line);
      }
    }
    String statements = statements(imports, true) + statements(imports, false);
    kept.add(Math.max(at, 0), statements.substring(0, statements.length() - 1));
    return String.join("\n", kept) + "\n";
  }

  private static String statements(TreeSet<String> imports, boolean ofMembers) {
    String lines =
        imports.stream()
            .filter(each -> each.startsWith("static ") == ofMembers)
            .map(each -> "import " + each + ";\n")
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : lines + "\n";
  }
}
