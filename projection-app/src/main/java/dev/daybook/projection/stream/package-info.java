/** Kafka Streams applications: their configuration, their memory, their life. */
@NullMarked
package dev.daybook.projection.stream;

import org.jspecify.annotations.NullMarked;
