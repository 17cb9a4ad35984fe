/** What of a schema is compared, and what is left out. */
@NullMarked
package dev.limbeck.filter;

import org.jspecify.annotations.NullMarked;
