/** The library's revisions, written by Limbeck. */
@NullMarked
package dev.limbeck.sample.migrations;

import org.jspecify.annotations.NullMarked;
