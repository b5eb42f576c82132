package dev.daybook.client;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.daybook.avro.AvroRecord;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A command to an aggregate.
 *
 * @param aggregate the type of aggregate, such as {@code order}
 * @param aggregateId the aggregate's id
 * @param id the command's own id, its idempotency key: however often it is sent, it takes effect once
 * @param payload the command record
 * @param expectedVersion the version that the aggregate must be at, 0: it must not exist yet; null: any
 * @param trail what it is part of
 */
public record Command(
        String aggregate,
        String aggregateId,
        String id,
        AvroRecord payload,
        @Nullable Long expectedVersion,
        Trail trail) {
    private static final int LONGEST_AGGREGATE_ID = 512;
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    /** Refuses what no processor could take. */
    public Command {
        var length = aggregateId.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > LONGEST_AGGREGATE_ID) {
            throw new IllegalArgumentException("The aggregate's id must have 1 to %d bytes of UTF-8, but has %d"
                    .formatted(LONGEST_AGGREGATE_ID, length));
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("The command's id must not be empty");
        }
        if (expectedVersion != null && expectedVersion < 0) {
            throw new IllegalArgumentException("The expected version must be 0 or more, but is " + expectedVersion);
        }
    }

    /**
     * What a command is part of.
     *
     * @param correlationId what all messages of one business conversation share; null: the command begins one
     * @param causationId the id of the message that made the sender send this one, if there is one
     * @param principal on whose behalf it is sent, if known
     * @param traceparent the W3C trace context, if there is one
     */
    public record Trail(
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String principal,
            @Nullable String traceparent) {
        /** Nothing is known. */
        public static final Trail NONE = new Trail(null, null, null, null);
    }

    /** A command with a new id, for an aggregate at any version. */
    public static Command to(String aggregate, String aggregateId, AvroRecord payload) {
        return new Command(aggregate, aggregateId, newId(), payload, null, Trail.NONE);
    }

    /** A new id: a UUID of version 7. */
    public static String newId() {
        return IDS.generate().toString();
    }

    /** The same with another id. */
    public Command withId(String id) {
        return new Command(aggregate, aggregateId, id, payload, expectedVersion, trail);
    }

    /** The same, for an aggregate at one version only; 0: one that does not exist yet; null: any. */
    public Command expecting(@Nullable Long version) {
        return new Command(aggregate, aggregateId, id, payload, version, trail);
    }

    /** The same, as part of something. */
    public Command partOf(Trail trail) {
        return new Command(aggregate, aggregateId, id, payload, expectedVersion, trail);
    }
}
