/** What was found, as text, JSON and pictures, beside its goals. */
@NullMarked
package dev.daybook.benchmarks.report;

import org.jspecify.annotations.NullMarked;
