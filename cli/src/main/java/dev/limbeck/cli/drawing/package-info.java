/** Draws revision graphs: as lanes in a terminal, for Mermaid, and for Graphviz. */
@NullMarked
package dev.limbeck.cli.drawing;

import org.jspecify.annotations.NullMarked;
