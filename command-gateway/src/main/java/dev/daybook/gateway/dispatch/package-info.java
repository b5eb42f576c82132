/** Appends messages to the log, durably, and waits for what became of them. */
@NullMarked
package dev.daybook.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
