/** What becomes of a command, as a pure function of the command and of what its partition remembers; no Kafka here. */
@NullMarked
package dev.daybook.processor.command;

import org.jspecify.annotations.NullMarked;
