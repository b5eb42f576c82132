/** How soon an aggregate with a long history answers after a restart. */
@NullMarked
package dev.daybook.benchmarks.restore;

import org.jspecify.annotations.NullMarked;
