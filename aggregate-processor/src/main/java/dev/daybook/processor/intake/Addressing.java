package dev.daybook.processor.intake;

import dev.daybook.streams.deadletter.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a message's key is the id of an aggregate, and that it lies on the partition of that key.
 *
 * @param partitions the count of partitions of the commands topic
 */
record Addressing(int partitions) {
    /** Fits into every header and store key with room to spare. */
    static final int LONGEST_KEY = 512;

    /** An aggregate's id, or what is wrong with the address. */
    record Address(String aggregateId, @Nullable Failure failure) {}

    Address read(byte @Nullable [] key, int partition) {
        if (key == null || key.length == 0) {
            return noAggregate("The key must be the id of an aggregate, but there is none");
        }
        if (key.length > LONGEST_KEY) {
            return noAggregate("The key must be the id of an aggregate, at most %d bytes, but has %d"
                    .formatted(LONGEST_KEY, key.length));
        }
        var aggregateId = decoded(key);
        if (aggregateId == null) {
            return noAggregate("The key must be the id of an aggregate in UTF-8, but is no UTF-8");
        }
        // As Kafka's own partitioner has it: the key alone decides where an aggregate lives.
        var home = Utils.toPositive(Utils.murmur2(key)) % partitions;
        if (home != partition) {
            return new Address(
                    aggregateId,
                    new Failure(
                            Failure.WRONG_PARTITION,
                            ("The key belongs on partition %d of %d, but the message is on %d. A producer that is not"
                                + " Java's must partition by murmur2: in librdkafka, partitioner=murmur2_random")
                                    .formatted(home, partitions, partition),
                            null));
        }
        return new Address(aggregateId, null);
    }

    private static Address noAggregate(String message) {
        return new Address(Envelope.NO_AGGREGATE, new Failure(Failure.UNREADABLE, message, null));
    }

    private static @Nullable String decoded(byte[] key) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
