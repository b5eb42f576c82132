package dev.daybook.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NorthwindTest {
    private final List<SampleOrder> orders = Northwind.orders();
    private final List<SampleProduct> products = Northwind.products();

    @Test
    void adds_up_to_the_known_figures() {
        var figures = Figures.expected(products, orders);

        assertThat(figures.orders()).isEqualTo(830);
        assertThat(figures.byStatus()).isEqualTo(Map.of("SHIPPED", 809, "READY_TO_SHIP", 21));
        assertThat(figures.total()).isEqualByComparingTo("1265793.0395");
        assertThat(figures.roundedTotal()).isEqualTo(new BigDecimal("1265793.04"));
        assertThat(figures.events()).isEqualTo(5_433 + 21);
        assertThat(figures.fulfilled()).isEqualTo(830);
        assertThat(figures.processes()).isEqualTo(Map.of("COMPLETED", 809, "RUNNING", 21));
    }

    @Test
    void reads_an_address_with_a_comma_in_it() {
        assertThat(order("10251").shipTo())
                .isEqualTo(new SampleOrder.Address(
                        "Victuailles en stock", "2, rue du Commerce", "Lyon", null, "69004", "France"));
    }

    @Test
    void knows_the_shipper_of_an_order_that_was_shipped() {
        assertThat(order("10248").shipper()).isEqualTo("Federal Shipping");
        assertThat(order("11077").shipper()).isNull();
    }

    /** Counted from the files line by line, without the code that reads them for the demo. */
    @Test
    void expects_the_stock_that_a_count_of_the_files_gives() throws IOException {
        var unshipped = lines("orders.csv")
                .filter(line -> line.matches("\\d+,[A-Z]+,\\d+,[^,]+,[^,]+,NULL,.*"))
                .map(line -> line.split(",", 2)[0])
                .collect(Collectors.toSet());
        var reserved = new HashMap<String, Long>();
        lines("order-details.csv")
                .map(line -> line.split(",", -1))
                .filter(line -> unshipped.contains(line[0]))
                .forEach(line -> reserved.merge(line[1], Long.parseLong(line[3]), Long::sum));
        var expected = new HashMap<String, Level>();
        lines("products.csv").forEach(line -> {
            var fields = line.split(",", -1);
            long available = Long.parseLong(fields[fields.length - 4]);
            long needed = reserved.getOrDefault(fields[0], 0L);
            expected.put(fields[0], new Level(available + needed, needed, available));
        });

        assertThat(unshipped).hasSize(21);
        assertThat(Figures.expected(products, orders).stock()).hasSize(77).isEqualTo(expected);
    }

    private static Stream<String> lines(String file) throws IOException {
        try (var in = Objects.requireNonNull(NorthwindTest.class.getResourceAsStream("/northwind/" + file))) {
            return new String(in.readAllBytes(), UTF_8).lines().skip(1).toList().stream();
        }
    }

    @Test
    void receives_as_much_of_a_product_as_all_orders_need_and_what_is_left() {
        var demand = Demand.of(orders);
        var tofu = products.stream()
                .filter(product -> product.id().equals("11"))
                .findFirst()
                .orElseThrow();

        var command = SampleCommand.receive(tofu, demand.of(tofu));

        assertThat(command.key()).isEqualTo("northwind-11-receive-stock");
        assertThat(command.aggregate()).isEqualTo("inventory");
        assertThat(command.body().path("quantity").asLong()).isEqualTo(706 + 22);
    }

    @Test
    void gives_every_command_its_own_key() {
        var demand = Demand.of(orders);
        var keys = Stream.of(
                        products.stream().map(product -> SampleCommand.receive(product, demand.of(product))),
                        orders.stream().flatMap(order -> SampleCommand.place(order).stream()),
                        orders.stream().map(order -> SampleCommand.ship(order, "Speedy Express")))
                .flatMap(commands -> commands)
                .map(SampleCommand::key)
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void makes_of_an_order_the_commands_in_their_order() {
        var commands = SampleCommand.place(order("10250"));

        assertThat(commands)
                .extracting(SampleCommand::key)
                .containsExactly(
                        "northwind-10250-create-order",
                        "northwind-10250-add-item-1",
                        "northwind-10250-add-item-2",
                        "northwind-10250-add-item-3",
                        "northwind-10250-confirm-order",
                        "northwind-10250-record-payment");
        assertThat(commands)
                .extracting(SampleCommand::expectedVersion)
                .as("the payment does not know whether the order is ready")
                .containsExactly(0L, 1L, 2L, 3L, 4L, null);
        assertThat(commands.stream().map(command -> command.body().toString()).collect(Collectors.joining("\n")))
                .isEqualTo("""
                    {"customerId":"HANAR","shipTo":{"name":"Hanari Carnes","address":"Rua do Paço, 67",\
                    "city":"Rio de Janeiro","country":"Brazil","region":"RJ","postalCode":"05454-876"}}
                    {"productId":"41","quantity":10,"unitPrice":"7.70","discount":"0"}
                    {"productId":"51","quantity":35,"unitPrice":"42.40","discount":"0.15"}
                    {"productId":"65","quantity":15,"unitPrice":"16.80","discount":"0.15"}
                    {}
                    {"method":"invoice","amount":"1552.6"}\
                    """);
    }

    @Test
    void ships_an_order_that_is_paid_and_ready() {
        var command = SampleCommand.ship(order("10250"), "United Package");

        assertThat(command.key()).isEqualTo("northwind-10250-ship-order");
        assertThat(command.expectedVersion()).isEqualTo(7);
        assertThat(command.body()).hasToString("{\"carrier\":\"United Package\",\"trackingNumber\":\"NW-10250\"}");
    }

    @Test
    void has_an_order_paid_that_was_never_shipped() {
        assertThat(order("11077").shipped()).isFalse();
        assertThat(SampleCommand.place(order("11077")).getLast().name()).isEqualTo("record-payment");
    }

    private SampleOrder order(String id) {
        return orders.stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
