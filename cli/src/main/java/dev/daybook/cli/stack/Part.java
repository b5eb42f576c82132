package dev.daybook.cli.stack;

import java.util.Locale;

/** A part of a stack, in the order in which the parts are closed: who depends on others goes first. */
enum Part {
    STACK_FILE,
    GATEWAY,
    PROCESSES,
    PROCESSOR,
    PROJECTIONS,
    REGISTRY,
    BROKER,
    LOCK;

    String described() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
