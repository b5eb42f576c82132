/** The check that a context decides and does the same in every world: at another time, in another place, among other threads. */
@NullMarked
package dev.daybook.testkit.determinism;

import org.jspecify.annotations.NullMarked;
