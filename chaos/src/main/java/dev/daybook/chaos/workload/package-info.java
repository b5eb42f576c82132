/** What the clients of a run do, and what they are told. */
@NullMarked
package dev.daybook.chaos.workload;

import org.jspecify.annotations.NullMarked;
