package dev.daybook.streams.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What an application remembers, and the traces of its work by which one knows that it must.
 *
 * @param application its name, which is also its group's
 * @param changelog the topic that its state is restored from
 * @param input a topic that it reads: a committed offset is a trace
 * @param output a topic that nothing else writes, if there is one: records in it are a trace that stays when offsets go
 * @param without what it would do without its state, a clause
 * @param remedy what helps where there is no backup of the changelog, a clause
 */
public record Recollection(
        String application,
        String changelog,
        String input,
        @Nullable String output,
        String without,
        String remedy) {

    /** What helps those who could only begin from nothing. */
    public static final String BEGIN_ANEW =
            "for data of a build that kept its state otherwise, start with a new data folder";
}
