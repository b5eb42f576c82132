/** How long to pause before trying again. */
@NullMarked
package dev.daybook.processor.retry;

import org.jspecify.annotations.NullMarked;
