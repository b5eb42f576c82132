/** Shows the instances of business processes, and has those that have failed go on. */
@NullMarked
package dev.daybook.cli.processes;

import org.jspecify.annotations.NullMarked;
