package dev.daybook.chaos.workload;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.Vocabulary;
import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.testkit.audit.Intent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A command to an order, or to the stock of a product.
 *
 * @param id its idempotency key
 * @param expectedVersion the version that the aggregate must be at, 0: it must not exist yet; null: any
 */
public record Task(
        String aggregateId,
        String id,
        AvroRecord payload,
        @Nullable Long expectedVersion) {
    private static final Vocabulary<OrderCommand> TO_ORDERS = Vocabulary.of(OrderCommand.class);
    private static final Vocabulary<InventoryCommand> TO_STOCK = Vocabulary.of(InventoryCommand.class);

    /** The type of aggregate that it goes to. */
    String aggregate() {
        return payload instanceof InventoryCommand ? InventoryDecider.INVENTORY.type() : OrderDecider.ORDER.type();
    }

    /** What tells it from another one with the same id. */
    Intent intent() {
        return Intent.of(payload.getSchema().getFullName(), expectedVersion, ByteBuffer.wrap(avro()));
    }

    private byte[] avro() {
        return payload instanceof InventoryCommand command
                ? TO_STOCK.encode(command)
                : TO_ORDERS.encode((OrderCommand) payload);
    }
}
