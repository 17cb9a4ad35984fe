package dev.limbeck.cli;

/** How revisions are listed. */
enum ListFormat {
  /** For people. */
  text,
  /** For programs. */
  json,
  /** A flowchart for Markdown. */
  mermaid,
  /** A graph for Graphviz. */
  dot
}
