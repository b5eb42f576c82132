package dev.daybook.streams.intake;

import dev.daybook.streams.deadletter.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a message's key is an id, and that it lies on the partition of that key.
 *
 * @param partitions the count of partitions of the topic
 */
public record Addressing(int partitions) {
    /** What stands for the id in the answer to a message that names none. */
    public static final String NOBODY = "(none)";

    /** Fits into every header and store key with room to spare. */
    public static final int LONGEST_KEY = 512;

    /**
     * An id, or what is wrong with the address.
     *
     * @param id {@link #NOBODY} if the key names none
     */
    public record Address(String id, @Nullable Failure failure) {}

    /** Reads the key of a message on a partition. */
    public Address read(byte @Nullable [] key, int partition) {
        if (key == null || key.length == 0) {
            return nobody("The key must be an id, but there is none");
        }
        if (key.length > LONGEST_KEY) {
            return nobody("The key must be an id, at most %d bytes, but has %d".formatted(LONGEST_KEY, key.length));
        }
        var id = decoded(key);
        if (id == null) {
            return nobody("The key must be an id in UTF-8, but is no UTF-8");
        }
        // As Kafka's own partitioner has it: the key alone decides where an aggregate lives.
        var home = Utils.toPositive(Utils.murmur2(key)) % partitions;
        if (home != partition) {
            return new Address(
                    id,
                    new Failure(
                            Failure.WRONG_PARTITION,
                            ("The key belongs on partition %d of %d, but the message is on %d. A producer that is not"
                                + " Java's must partition by murmur2: in librdkafka, partitioner=murmur2_random")
                                    .formatted(home, partitions, partition),
                            null));
        }
        return new Address(id, null);
    }

    private static Address nobody(String message) {
        return new Address(NOBODY, new Failure(Failure.UNREADABLE, message, null));
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
