package dev.daybook.chaos.nemesis;

/**
 * A strike that was carried out.
 *
 * @param at when it was inflicted, in nanoseconds of {@link System#nanoTime}
 * @param mended when its mending began, by the same clock
 */
public record Struck(Strike strike, long at, long mended) {}
