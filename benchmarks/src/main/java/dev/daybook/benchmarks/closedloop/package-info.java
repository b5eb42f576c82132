/** How many commands so many clients get through, beside an event table in PostgreSQL. */
@NullMarked
package dev.daybook.benchmarks.closedloop;

import org.jspecify.annotations.NullMarked;
