/** How far the log goes beyond what has been read of it. */
@NullMarked
package dev.daybook.projection.lag;

import org.jspecify.annotations.NullMarked;
