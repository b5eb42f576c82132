/** Integration events: what a context tells others of its aggregates, exactly once. */
@NullMarked
package dev.daybook.processes.publication;

import org.jspecify.annotations.NullMarked;
