/** Measurements of Daybook, beside what else one might use. */
@NullMarked
package dev.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
