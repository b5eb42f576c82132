/** The process manager: business processes across aggregates, and what contexts tell others. */
@NullMarked
package dev.daybook.processes;

import org.jspecify.annotations.NullMarked;
