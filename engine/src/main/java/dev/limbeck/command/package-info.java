/**
 * The facade that applications and the command line use: every command as a method that returns
 * what it found and prints nothing.
 */
@NullMarked
package dev.limbeck.command;

import org.jspecify.annotations.NullMarked;
