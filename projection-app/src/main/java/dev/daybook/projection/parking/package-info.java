/** Events that a view cannot fold: they wait aside with what follows them, and everything else goes on. */
@NullMarked
package dev.daybook.projection.parking;

import org.jspecify.annotations.NullMarked;
