/** Frees what a dead instance still holds: its place in the consumer group, and its open transactions. */
@NullMarked
package dev.daybook.streams.takeover;

import org.jspecify.annotations.NullMarked;
