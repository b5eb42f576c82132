/** Daybook's generated codecs beside Avro's own, measured with JMH. */
@NullMarked
package dev.daybook.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
