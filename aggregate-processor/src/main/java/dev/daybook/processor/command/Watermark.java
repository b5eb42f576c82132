package dev.daybook.processor.command;

import java.time.Instant;

/**
 * How far a partition has come.
 *
 * @param position the count of its events
 * @param clock the latest time of its commands. Broker clocks can step back; this never does, so that what has expired
 *     once stays expired, whether or not somebody has cleaned it away in between.
 */
public record Watermark(long position, Instant clock) {

    /** Where a partition begins. */
    public static final Watermark START = new Watermark(0, Instant.EPOCH);

    /** The same after a command of that time was seen. */
    Watermark seen(Instant time) {
        return time.isAfter(clock) ? new Watermark(position, time) : this;
    }

    /** The same after that many more events. */
    Watermark plus(int events) {
        return new Watermark(position + events, clock);
    }
}
