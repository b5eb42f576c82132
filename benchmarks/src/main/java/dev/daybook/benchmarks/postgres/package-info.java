/** The peer: an event table in PostgreSQL, written as one would by hand. */
@NullMarked
package dev.daybook.benchmarks.postgres;

import org.jspecify.annotations.NullMarked;
