/** {@code ./daybook bench}: Daybook beside what else one might use, measured in the same run. */
@NullMarked
package dev.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
