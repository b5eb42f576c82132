/** What comes in: messages from a commands topic, read into commands, questions, or the reason why they are neither. */
@NullMarked
package dev.daybook.processor.intake;

import org.jspecify.annotations.NullMarked;
