/** How long after a command is answered its effect shows in a view. */
@NullMarked
package dev.daybook.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
