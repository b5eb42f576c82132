package dev.daybook.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LogCountTest {
    private final LogCount.Counter counter = new LogCount.Counter(Set.of("10248", "10249"));

    @Test
    void tells_the_events_of_stock_by_others_from_those_of_the_sample() {
        counter.countStock("11", "northwind-11-receive-stock:1");
        counter.countStock("11", "fulfillment:10248:2:1");
        assertThat(counter.result().stockByOthers()).isZero();

        counter.countStock("11", "fulfillment:A-1:2:1");
        counter.countStock("11", "fulfillment:102480:2:1");
        counter.countStock("11", "019a3c5e-7b00-7000-8000-000000000001:1");
        assertThat(counter.result().stockByOthers()).isEqualTo(3);
    }

    @Test
    void tells_the_products_of_which_the_demo_has_received_its_stock() {
        counter.countStock("11", "northwind-11-receive-stock:1");
        counter.countStock("12", "by-hand:1");
        counter.countStock("13", "fulfillment:10248:2:1");

        assertThat(counter.result().received()).containsExactly("11");
    }

    @Test
    void tells_orders_that_were_shipped_without_being_fulfilled() {
        counter.countOrder("10248", "northwind-10248-ship-order:1");
        counter.countOrder("10248", "fulfillment:10248:4:1");
        assertThat(counter.result().ofEarlierRelease()).isEmpty();

        counter.countOrder("10249", "northwind-10249-ship-order:1");
        assertThat(counter.result().ofEarlierRelease()).containsExactly("10249");
    }

    @Test
    void counts_once_what_is_there_twice() {
        counter.countOrder("10248", "northwind-10248-create-order:1");
        counter.countOrder("10248", "northwind-10248-create-order:1");
        counter.countOrder("10249", "by-hand:1");
        counter.countOrder("A-1", "by-hand-too:1");

        var count = counter.result();
        assertThat(count.events()).isEqualTo(4);
        assertThat(count.ofSample()).isEqualTo(2);
        assertThat(count.distinct()).isEqualTo(1);
        assertThat(count.changedSince()).containsExactly("10249");
    }
}
