/** The write side as an app: one Kafka Streams application for each bounded context. */
@NullMarked
package dev.daybook.processor;

import org.jspecify.annotations.NullMarked;
