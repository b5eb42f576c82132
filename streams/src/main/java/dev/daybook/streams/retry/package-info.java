/** How long to pause before trying again. */
@NullMarked
package dev.daybook.streams.retry;

import org.jspecify.annotations.NullMarked;
