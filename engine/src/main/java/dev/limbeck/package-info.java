/** What every layer of Limbeck shares: its exception with stable error codes. */
@NullMarked
package dev.limbeck;

import org.jspecify.annotations.NullMarked;
