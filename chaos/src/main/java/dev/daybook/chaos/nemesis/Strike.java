package dev.daybook.chaos.nemesis;

import java.time.Duration;

/**
 * A fault at a time.
 *
 * @param at when, from the beginning of the run; later if the strike before it takes longer
 * @param target which of the processes that it can strike
 * @param down how long until it is mended
 */
public record Strike(Duration at, Fault fault, int target, Duration down) {

    @Override
    public String toString() {
        return "%6.1f s  %s %d for %.1f s".formatted(seconds(at), fault, target + 1, seconds(down));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
