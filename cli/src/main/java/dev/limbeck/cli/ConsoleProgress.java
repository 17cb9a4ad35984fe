package dev.limbeck.cli;

import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.Progress;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says what happens while revisions are applied: a line of the result for each that is committed.
 */
final class ConsoleProgress implements Progress {
  private final Console console;
  private final boolean verbose;
  private final Supplier<LongWork> longWork;
  private LongWork work = LongWork.unseen();

  /**
   * @param longWork makes what shows work that takes long; asked when revisions are run
   */
  ConsoleProgress(Console console, boolean verbose, Supplier<LongWork> longWork) {
    this.console = console;
    this.verbose = verbose;
    this.longWork = longWork;
  }

  @Override
  public void starts(List<RevisionStep> steps) {
    work = longWork.get();
    work.starts(steps.size());
  }

  @Override
  public void ends() {
    work.ends();
  }

  @Override
  public void advanced(String what, long done) {
    work.advanced(what, done);
  }

  @Override
  public void begins(RevisionStep step) {
    if (verbose) {
      console.talk(
          (step.direction() == Direction.UPGRADE ? "applying " : "undoing ")
              + step.revision().id());
    }
  }

  @Override
  public void statement(String sql) {
    work.at(sql);
    if (verbose) {
      console.talk("  " + sql.strip().replace("\n", "\n  "));
    }
  }

  @Override
  public void notice(Notice notice) {
    if (notice.level() == Notice.Level.SKIPPED) {
      console.talk("note: " + notice.text());
    } else {
      console.warning(notice.text());
    }
  }

  @Override
  public void waiting(String holder) {
    console.talk("Waiting for another deployment to end. " + holder);
  }

  @Override
  public void done(RevisionStep step) {
    work.revisionDone();
    String verb = step.direction() == Direction.UPGRADE ? "upgraded " : "downgraded ";
    console.result(
        (verb + step.revision().id() + "  " + step.revision().message()).stripTrailing());
  }
}
