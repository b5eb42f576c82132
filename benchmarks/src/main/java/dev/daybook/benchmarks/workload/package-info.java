/** The work that is measured: orders from their creation to their payment, as commands that are all accepted. */
@NullMarked
package dev.daybook.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
