/** Follows the guides step by step, as a reader would. */
@NullMarked
package dev.daybook.examples;

import org.jspecify.annotations.NullMarked;
