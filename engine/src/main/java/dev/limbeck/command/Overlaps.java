package dev.limbeck.command;

import java.util.List;

/**
 * Whether branches that are to be joined get in each other's way.
 *
 * @param heads the ids of the revisions where the branches end; fewer than two where nothing is
 *     joined
 * @param overlaps the objects that two of them change
 * @param notes what could not be looked into
 */
public record Overlaps(List<String> heads, List<Overlap> overlaps, List<String> notes) {
  public Overlaps {
    heads = List.copyOf(heads);
    overlaps = List.copyOf(overlaps);
    notes = List.copyOf(notes);
  }
}
