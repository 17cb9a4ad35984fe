package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;

import dev.limbeck.canonical.CanonicalRevision;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recording;
import dev.limbeck.plan.Transactions;
import dev.limbeck.source.ContentHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step, and what its method recorded.
 *
 * @param canonical what an applied revision does, in the form that is kept; null for one that is
 *     undone
 * @param hash what the revision is made of, or null where nobody can say
 * @param planned its statements, where they were planned without the schema that it meets; else
 *     null
 */
record RecordedStep(
    RevisionStep step,
    Recording recording,
    @Nullable String canonical,
    @Nullable ContentHash hash,
    @Nullable List<String> planned) {
  RecordedStep {
    requireNonNull(step, "step");
    requireNonNull(recording, "recording");
    planned = planned == null ? null : List.copyOf(planned);
  }

  /** Records the method that the step runs. */
  static RecordedStep of(RevisionStep step, Migration migration, @Nullable ContentHash hash) {
    Recording recording = StepRecording.of(step, migration);
    String canonical =
        step.direction() == Direction.UPGRADE
            ? CanonicalRevision.of(recording.operations(), migration, step.revision().replaces())
                .text()
            : null;
    return new RecordedStep(step, recording, canonical, hash, null);
  }

  /** The same, planned as far as that can be done without a database. */
  RecordedStep plannedFor(Dialect dialect, Transactions transactions) {
    List<String> statements =
        dialect.deployment().preparesSeveral()
            ? NewObjects.statements(id(), recording, dialect, transactions)
            : null;
    return new RecordedStep(step, recording, canonical, hash, statements);
  }

  String id() {
    return step.revision().id();
  }

  /**
   * The transaction in which it is done.
   *
   * @param started when it was begun
   */
  Committed committed(HistoryTable history, Instant started) {
    HistoryRow.What what = HistoryRow.What.of(step.direction());
    return new Committed(
        "revision " + id(),
        Committed.word(step.direction()),
        true,
        connection -> history.tells(connection, id(), what, started));
  }

  /** What the history says of it once it is done. */
  HistoryRow done(Instant started, Instant finished) {
    return new HistoryRow(
        id(), HistoryRow.What.of(step.direction()), started, finished, canonical, hash);
  }
}
