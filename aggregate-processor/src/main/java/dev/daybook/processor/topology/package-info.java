/** The write path as a Kafka Streams topology: one sub-topology for each type of aggregate. */
@NullMarked
package dev.daybook.processor.topology;

import org.jspecify.annotations.NullMarked;
