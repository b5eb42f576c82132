/** The Kafka Streams application of a business process. */
@NullMarked
package dev.daybook.processes.topology;

import org.jspecify.annotations.NullMarked;
