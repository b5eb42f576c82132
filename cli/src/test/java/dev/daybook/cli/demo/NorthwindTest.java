package dev.daybook.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NorthwindTest {
    private final List<SampleOrder> orders = Northwind.orders();

    @Test
    void adds_up_to_the_known_figures() {
        var figures = Figures.expected(orders);

        assertThat(figures.orders()).isEqualTo(830);
        assertThat(figures.byStatus()).isEqualTo(Map.of("SHIPPED", 809, "CONFIRMED", 21));
        assertThat(figures.total()).isEqualByComparingTo("1265793.0395");
        assertThat(figures.roundedTotal()).isEqualTo(new BigDecimal("1265793.04"));
        assertThat(figures.events()).isEqualTo(6_242);
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

    @Test
    void gives_every_command_its_own_key() {
        var keys = orders.stream()
                .flatMap(order -> SampleCommand.of(order).stream())
                .map(SampleCommand::key)
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void makes_of_an_order_the_commands_in_their_order() {
        var commands = SampleCommand.of(order("10250"));

        assertThat(commands)
                .extracting(SampleCommand::key)
                .containsExactly(
                        "northwind-10250-create-order",
                        "northwind-10250-add-item-1",
                        "northwind-10250-add-item-2",
                        "northwind-10250-add-item-3",
                        "northwind-10250-confirm-order",
                        "northwind-10250-record-payment",
                        "northwind-10250-mark-ready-to-ship",
                        "northwind-10250-ship-order");
        assertThat(commands).extracting(SampleCommand::expectedVersion).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(commands.stream().map(command -> command.body().toString()).collect(Collectors.joining("\n")))
                .isEqualTo("""
                    {"customerId":"HANAR","shipTo":{"name":"Hanari Carnes","address":"Rua do Paço, 67",\
                    "city":"Rio de Janeiro","country":"Brazil","region":"RJ","postalCode":"05454-876"}}
                    {"productId":"41","quantity":10,"unitPrice":"7.70","discount":"0"}
                    {"productId":"51","quantity":35,"unitPrice":"42.40","discount":"0.15"}
                    {"productId":"65","quantity":15,"unitPrice":"16.80","discount":"0.15"}
                    {}
                    {"method":"invoice","amount":"1552.6"}
                    {}
                    {"carrier":"United Package","trackingNumber":"NW-10250"}\
                    """);
    }

    @Test
    void leaves_an_order_that_was_never_shipped_confirmed() {
        assertThat(SampleCommand.of(order("11077")).getLast().name()).isEqualTo("confirm-order");
    }

    private SampleOrder order(String id) {
        return orders.stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
