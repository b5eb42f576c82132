/** What instances are told: messages of an inbox, read. */
@NullMarked
package dev.daybook.processes.inbox;

import org.jspecify.annotations.NullMarked;
