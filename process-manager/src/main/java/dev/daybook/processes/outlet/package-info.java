/** What instances say: their history, and their commands. */
@NullMarked
package dev.daybook.processes.outlet;

import org.jspecify.annotations.NullMarked;
