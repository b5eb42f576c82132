package dev.daybook.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.demo.SampleOrder.Address;
import dev.daybook.cli.demo.SampleOrder.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command of the sample.
 *
 * @param key its idempotency key, the same in every run
 * @param expectedVersion the version that it expects, null if that depends on who is faster
 * @param doneCode the code of the refusal that says that it was done already, empty if the version says so
 */
record SampleCommand(
        String key,
        String aggregate,
        String id,
        String name,
        ObjectNode body,
        @Nullable Long expectedVersion,
        String doneCode) {
    static final String KEY_PREFIX = "northwind-";
    static final String ORDER = "order";

    private static final String INVENTORY = "inventory";

    byte[] json() {
        return body.toString().getBytes(UTF_8);
    }

    /**
     * The command that makes a product's stock enough for all orders, and leaves of it what the sample data says. It expects no
     * version: others may have worked on the product before.
     */
    static SampleCommand receive(SampleProduct product, long ordered) {
        var body = object().put("quantity", ordered + product.unitsInStock());
        var name = "receive-stock";
        return new SampleCommand(key(product.id(), name), INVENTORY, product.id(), name, body, null, "");
    }

    /** The commands up to an order's payment. Each makes one event. */
    static List<SampleCommand> place(SampleOrder order) {
        var commands = new Script(order.id());
        commands.add("create-order", "", create(order));
        for (int i = 0; i < order.lines().size(); i++) {
            commands.add("add-item", "-" + (i + 1), addItem(order.lines().get(i)));
        }
        commands.add("confirm-order", "", object());
        commands.made.add(pay(order));
        return commands.made;
    }

    /** The order may be ready before it is paid or after it, which is another version. */
    private static SampleCommand pay(SampleOrder order) {
        var amount = order.total().stripTrailingZeros().toPlainString();
        var body = object().put("method", "invoice").put("amount", amount);
        var name = "record-payment";
        return new SampleCommand(key(order.id(), name), ORDER, order.id(), name, body, null, "order-already-paid");
    }

    /** The command that ships an order that is paid and ready: then its version is known again. */
    static SampleCommand ship(SampleOrder order, String shipper) {
        var body = object().put("carrier", shipper).put("trackingNumber", "NW-" + order.id());
        var name = "ship-order";
        return new SampleCommand(
                shipmentKey(order.id()), ORDER, order.id(), name, body, readyVersion(order), "order-already-shipped");
    }

    /** The key of the command that ships an order. */
    static String shipmentKey(String orderId) {
        return key(orderId, "ship-order");
    }

    /** It is created, filled, confirmed, paid and ready. */
    private static long readyVersion(SampleOrder order) {
        return order.lines().size() + 4L;
    }

    private static String key(String id, String command) {
        return KEY_PREFIX + id + "-" + command;
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
            var key = key(orderId, name) + suffix;
            made.add(new SampleCommand(key, ORDER, orderId, name, body, (long) made.size(), ""));
        }
    }
}
