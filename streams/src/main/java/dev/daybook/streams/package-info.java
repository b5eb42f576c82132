/** What exactly-once Kafka Streams applications share. */
@NullMarked
package dev.daybook.streams;

import org.jspecify.annotations.NullMarked;
