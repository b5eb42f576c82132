/** The headers of commands, events and replies: CloudEvents in Kafka's binary mode. */
@NullMarked
package dev.daybook.platform.message;

import org.jspecify.annotations.NullMarked;
