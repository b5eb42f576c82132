package dev.daybook.projection.build;

import dev.daybook.projection.ledger.ProjectionException;

/** What became of an instruction is not known: Kafka did not take it, or did not give it back, in time. */
final class UnheardException extends ProjectionException {
    private final String topic;

    UnheardException(String topic, Throwable cause) {
        super(
                "What became of the instruction is not known, because %s does not answer: %s. Look at the builds before you ask again"
                        .formatted(topic, cause),
                cause);
        this.topic = topic;
    }

    /** The topic of instructions. */
    String topic() {
        return topic;
    }
}
