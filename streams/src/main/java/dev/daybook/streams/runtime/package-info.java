/** Running topologies: what Kafka Streams is configured with, what it waits for, and what it does about errors. */
@NullMarked
package dev.daybook.streams.runtime;

import org.jspecify.annotations.NullMarked;
