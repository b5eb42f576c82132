package dev.daybook.processes.instance;

import dev.daybook.process.HeldInput;

/** The port to the format of messages. */
@FunctionalInterface
public interface LetterReader<I> {
    /** Reads a message that was held back, and so could be read before. */
    Letter<I> read(HeldInput message);
}
