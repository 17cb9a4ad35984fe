package dev.limbeck.command;

import dev.limbeck.source.RevisionHeader;
import java.util.List;

/**
 * A revision, looked at.
 *
 * @param header what it says of itself
 * @param labels all branch labels that it carries
 * @param children the ids of the revisions that follow it
 * @param head true where none follows it
 */
public record Shown(
    RevisionHeader header, List<String> labels, List<String> children, boolean head) {
  public Shown {
    labels = List.copyOf(labels);
    children = List.copyOf(children);
  }
}
