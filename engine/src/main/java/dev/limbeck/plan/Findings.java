package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says where an operation does not fit the schema as it is.
 *
 * @param misfit makes the error for what does not fit at all
 * @param recording where the operations were written
 * @param notices told what does not stop the plan
 */
record Findings(Misfit misfit, Recording recording, Consumer<Notice> notices) {
  Findings {
    requireNonNull(misfit, "misfit");
    requireNonNull(recording, "recording");
    requireNonNull(notices, "notices");
  }

  /** Tells that something is done already; the result stands for nothing to do. */
  <T> @Nullable T skipped(String what) {
    notices.accept(new Notice(Notice.Level.SKIPPED, what + ": skipped"));
    return null;
  }

  void warn(String text) {
    notices.accept(new Notice(Notice.Level.WARNING, text));
  }

  /** As {@link Misfit#error}. */
  LimbeckException error(Operation operation, String expects, String seen, String advice) {
    return misfit.error(recording.line(operation), expects, seen, advice);
  }

  /** The error that there is no object of a kind. */
  LimbeckException missing(Operation operation, String call, String kind, QualifiedName name) {
    return error(
        operation,
        call + " needs a " + kind,
        "but there is no " + kind + " " + name + ".",
        "See `limbeck current` and `limbeck history` for where the database stands.");
  }
}
