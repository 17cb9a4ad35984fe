/** Random schemas, what may follow them, and rows that fit: what the laws are tried on. */
@NullMarked
package dev.limbeck.testing.random;

import org.jspecify.annotations.NullMarked;
