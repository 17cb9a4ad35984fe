package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A data step that is known by its source only: it can be printed, and not run.
 *
 * @param arguments the source of what stands in the parentheses of {@code op.run(…)}
 * @param imports what the source needs, as {@code java.util.List} or {@code static
 *     java.lang.Math.*}
 */
public record WrittenStep(String arguments, List<String> imports) implements DataStep {
  public WrittenStep {
    requireNonNull(arguments, "arguments");
    imports = List.copyOf(imports);
  }

  @Override
  public void run(DataAccess database) {
    throw new IllegalStateException("a step that is to be printed was run");
  }
}
