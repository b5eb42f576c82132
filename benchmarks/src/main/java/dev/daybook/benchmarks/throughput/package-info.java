/** How fast a backlog of commands is processed, beside a bare Kafka Streams topology. */
@NullMarked
package dev.daybook.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
