/** What is told of a run. */
@NullMarked
package dev.daybook.chaos.report;

import org.jspecify.annotations.NullMarked;
