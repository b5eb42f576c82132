/** What people tell instances of business processes over HTTP. */
@NullMarked
package dev.daybook.processes.instruction;

import org.jspecify.annotations.NullMarked;
