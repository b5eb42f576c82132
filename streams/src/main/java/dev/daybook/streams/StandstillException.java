package dev.daybook.streams;

import dev.daybook.streams.message.Received;
import org.jspecify.annotations.Nullable;

/**
 * An application cannot get past a message. Only another build, or somebody who mends its surroundings, helps; until then it
 * stands still at this message, because to leave it out would be worse.
 */
public final class StandstillException extends StreamsAppException {

    /**
     * A standstill.
     *
     * @param why what is wrong with the message, a clause
     */
    public StandstillException(Received message, String why, @Nullable Throwable cause) {
        super(
                "It stands still at offset %d of %s-%d: %s"
                        .formatted(
                                message.place().offset(),
                                message.place().topic(),
                                message.place().partition(),
                                why),
                cause);
    }
}
