/** Open and closed loops, and what they find. */
@NullMarked
package dev.daybook.benchmarks.load;

import org.jspecify.annotations.NullMarked;
