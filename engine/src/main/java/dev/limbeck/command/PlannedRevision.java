package dev.limbeck.command;

import dev.limbeck.dialect.TableLock;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import java.util.List;

/**
 * What a revision would do.
 *
 * @param step the revision, and which way
 * @param parts its statements, by the transactions that hold them
 */
public record PlannedRevision(RevisionStep step, List<Part> parts) {
  public PlannedRevision {
    parts = List.copyOf(parts);
  }

  /**
   * What is done together.
   *
   * @param inTransaction false for what the database refuses inside of a transaction
   */
  public record Part(boolean inTransaction, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A statement, or Java code.
   *
   * @param text the statement; for Java code its description
   * @param isSql false for Java code
   * @param provisional true where SQL or Java that Limbeck does not look into came before, so that
   *     it may be planned anew when its turn comes
   * @param locks what it locks
   * @param notices where it does not fit what is taken for granted
   */
  public record Line(
      String text,
      boolean isSql,
      boolean provisional,
      List<TableLock> locks,
      List<Notice> notices) {
    public Line {
      locks = List.copyOf(locks);
      notices = List.copyOf(notices);
    }
  }
}
