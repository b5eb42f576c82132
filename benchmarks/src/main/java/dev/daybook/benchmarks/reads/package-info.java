/** How many rows a second are read over HTTP, beside a handler that answers with a constant. */
@NullMarked
package dev.daybook.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
