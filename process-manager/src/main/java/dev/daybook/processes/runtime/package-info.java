/** Starting the process manager: what is checked before a context runs, and what runs then. */
@NullMarked
package dev.daybook.processes.runtime;

import org.jspecify.annotations.NullMarked;
