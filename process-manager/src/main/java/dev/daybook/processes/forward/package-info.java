/** What carries messages from topic to topic, at least once and in order: events into inboxes, commands out of the outbox. */
@NullMarked
package dev.daybook.processes.forward;

import org.jspecify.annotations.NullMarked;
