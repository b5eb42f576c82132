package dev.daybook.streams.runtime;

/**
 * How large messages may be, in bytes with all that is around the payload.
 *
 * @param largestMessage the largest event, reply or change of a store
 * @param largestDeadLetter the largest dead letter
 */
public record Limits(int largestMessage, int largestDeadLetter) {

    /** What the producer must let pass. */
    int largestRequest() {
        return Math.max(largestMessage, largestDeadLetter);
    }
}
