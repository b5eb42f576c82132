/** How fast a view is built from the log, beside a consumer that only decodes it. */
@NullMarked
package dev.daybook.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
