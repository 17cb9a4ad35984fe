package dev.limbeck.command;

import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import java.util.List;

/**
 * What an upgrade or a downgrade did.
 *
 * @param steps the revisions that were applied or undone, in order
 * @param notices what a person should know of it
 */
public record Deployed(List<RevisionStep> steps, List<Notice> notices) {
  public Deployed {
    steps = List.copyOf(steps);
    notices = List.copyOf(notices);
  }
}
