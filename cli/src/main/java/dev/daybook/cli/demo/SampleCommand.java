package dev.daybook.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.demo.SampleOrder.Address;
import dev.daybook.cli.demo.SampleOrder.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * A command of the sample orders. Each makes one event, so that a command knows the version that it expects.
 *
 * @param key its idempotency key, the same in every run
 */
record SampleCommand(String key, String orderId, String name, ObjectNode body, long expectedVersion) {
    static final String KEY_PREFIX = "northwind-";

    byte[] json() {
        return body.toString().getBytes(UTF_8);
    }

    /** The commands that make an order what it is in the sample data. */
    static List<SampleCommand> of(SampleOrder order) {
        var commands = new Script(order.id());
        commands.add("create-order", "", create(order));
        for (int i = 0; i < order.lines().size(); i++) {
            commands.add("add-item", "-" + (i + 1), addItem(order.lines().get(i)));
        }
        commands.add("confirm-order", "", object());
        if (order.shipper() != null) {
            var amount = order.total().stripTrailingZeros().toPlainString();
            commands.add("record-payment", "", object().put("method", "invoice").put("amount", amount));
            commands.add("mark-ready-to-ship", "", object());
            commands.add(
                    "ship-order",
                    "",
                    object().put("carrier", order.shipper()).put("trackingNumber", "NW-" + order.id()));
        }
        return commands.made;
    }

    private static ObjectNode create(SampleOrder order) {
        return object().put("customerId", order.customerId()).set("shipTo", shipTo(order.shipTo()));
    }

    private static ObjectNode shipTo(Address address) {
        var node = object().put("name", address.name())
                .put("address", address.address())
                .put("city", address.city())
                .put("country", address.country());
        if (address.region() != null) {
            node.put("region", address.region());
        }
        if (address.postalCode() != null) {
            node.put("postalCode", address.postalCode());
        }
        return node;
    }

    private static ObjectNode addItem(Line line) {
        return object().put("productId", line.productId())
                .put("quantity", line.quantity())
                .put("unitPrice", line.unitPrice().toPlainString())
                .put("discount", line.discount().toPlainString());
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    /** The commands of one order so far. */
    private record Script(String orderId, List<SampleCommand> made) {
        Script(String orderId) {
            this(orderId, new ArrayList<>());
        }

        void add(String name, String suffix, ObjectNode body) {
            made.add(new SampleCommand(KEY_PREFIX + orderId + "-" + name + suffix, orderId, name, body, made.size()));
        }
    }
}
