package dev.daybook.cli.console;

import java.io.Console;
import java.util.Optional;

/** Whether a person sits before the terminal. */
public final class Terminal {
    private Terminal() {}

    /** True if both input and output are a terminal, so that someone reads along and can press Ctrl-C. */
    public static boolean interactive() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
