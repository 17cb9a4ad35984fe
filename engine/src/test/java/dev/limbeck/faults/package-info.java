/**
 * What becomes of a database when a deployment to it is killed, cut off, refused or raced, wherever
 * that happens.
 */
@NullMarked
package dev.limbeck.faults;

import org.jspecify.annotations.NullMarked;
