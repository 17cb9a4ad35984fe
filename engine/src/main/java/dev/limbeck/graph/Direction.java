package dev.limbeck.graph;

/** Which way a step goes through the graph. */
public enum Direction {
  /** Away from the bases: the revision is applied. */
  UPGRADE,
  /** Towards the bases: the revision is undone. */
  DOWNGRADE
}
