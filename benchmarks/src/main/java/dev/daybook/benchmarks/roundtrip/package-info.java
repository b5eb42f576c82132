/** How long a command takes over HTTP, beside a raw round trip of two hops through Kafka. */
@NullMarked
package dev.daybook.benchmarks.roundtrip;

import org.jspecify.annotations.NullMarked;
