/** A Kafka broker, a schema registry, or both, on one machine, reachable from this machine only. */
@NullMarked
package dev.daybook.embedded;

import org.jspecify.annotations.NullMarked;
