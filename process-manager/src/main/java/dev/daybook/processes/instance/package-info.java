/** An instance of a business process: what it makes of what it is told, as pure functions. */
@NullMarked
package dev.daybook.processes.instance;

import org.jspecify.annotations.NullMarked;
