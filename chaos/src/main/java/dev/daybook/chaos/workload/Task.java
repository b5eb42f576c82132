package dev.daybook.chaos.workload;

import dev.daybook.avro.Vocabulary;
import dev.daybook.orders.OrderCommand;
import dev.daybook.testkit.audit.Intent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A command to an order.
 *
 * @param id its idempotency key
 * @param expectedVersion the version that the order must be at, 0: it must not exist yet; null: any
 */
public record Task(
        String orderId,
        String id,
        OrderCommand payload,
        @Nullable Long expectedVersion) {
    static final String AGGREGATE = "order";

    private static final Vocabulary<OrderCommand> COMMANDS = Vocabulary.of(OrderCommand.class);

    /** What tells it from another one with the same id. */
    Intent intent() {
        return Intent.of(payload.getSchema().getFullName(), expectedVersion, ByteBuffer.wrap(COMMANDS.encode(payload)));
    }
}
