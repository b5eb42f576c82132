/** What is kept of a message that cannot be processed, and why it cannot. */
@NullMarked
package dev.daybook.streams.deadletter;

import org.jspecify.annotations.NullMarked;
