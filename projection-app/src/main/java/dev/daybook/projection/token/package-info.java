/** Tokens: the points in the log that a reader has seen, and the wait until what is read has come as far. */
@NullMarked
package dev.daybook.projection.token;

import org.jspecify.annotations.NullMarked;
