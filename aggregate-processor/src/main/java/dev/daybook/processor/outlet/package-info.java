/** What goes out: events, replies and dead letters, each to its exact place. */
@NullMarked
package dev.daybook.processor.outlet;

import org.jspecify.annotations.NullMarked;
