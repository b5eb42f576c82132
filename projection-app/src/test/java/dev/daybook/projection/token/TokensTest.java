package dev.daybook.projection.token;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderSummary;
import dev.daybook.platform.message.MalformedTokenException;
import dev.daybook.platform.message.Token;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.LocalPartition;
import dev.daybook.projection.ledger.ShardAwayException;
import dev.daybook.projection.view.HostedView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Fixture fixture = new Fixture();
    private final HostedView<OrderEvent, OrderSummary> view = fixture.summaries(2);

    @Test
    void reads_several_tokens_from_several_headers() {
        assertThat(Tokens.parse(List.of("order:0:7, order:1:9,", "stock:3:1")).tokens())
                .containsExactly(new Token("order", 0, 7), new Token("order", 1, 9), new Token("stock", 3, 1));
    }

    @Test
    void refuses_what_is_no_token() {
        assertThatThrownBy(() -> Tokens.parse(List.of("order:0:7,later"))).isInstanceOf(MalformedTokenException.class);
    }

    @Test
    void goes_on_when_each_partition_has_come_as_far() {
        LocalPartition.of(view, 0)
                .post(fixture.log().append("1", created("A"), item("1")).events());
        LocalPartition.of(view, 1).post(fixture.log().append("2", created("A")).events());

        assertThatCode(() -> await("order:0:2,order:1:1")).doesNotThrowAnyException();
    }

    @Test
    void says_how_far_a_partition_has_come_that_is_behind() {
        LocalPartition.of(view, 0)
                .post(fixture.log().append("1", created("A"), item("1")).events());

        assertThatThrownBy(() -> await("order:0:3"))
                .isInstanceOf(BehindException.class)
                .hasMessage("view 'order-summary' has come to position 2 of partition 0, but must come to 3");
    }

    @Test
    void says_that_a_partition_is_away_rather_than_behind() {
        assertThatThrownBy(() -> await("order:1:1")).isInstanceOf(ShardAwayException.class);
    }

    @Test
    void refuses_a_partition_that_there_is_not() {
        assertThatThrownBy(() -> await("order:2:1"))
                .isInstanceOf(UnknownPartitionException.class)
                .hasMessageContaining("have 2, counted from 0");
    }

    @Test
    void refuses_a_type_of_aggregate_that_there_is_not() {
        assertThatThrownBy(() -> Tokens.parse(List.of("order:0:7,stock:1:9")).requireOf(List.of("order")))
                .isInstanceOf(UnknownAggregateException.class)
                .hasMessage("The token 'stock:1:9' is of a type of aggregate that there is not; there are [order]");
    }

    @Test
    void of_several_tokens_of_a_partition_the_furthest_counts() {
        assertThat(Tokens.parse(List.of("order:0:7,order:0:9,order:1:11")).of("order", 0))
                .contains(new Token("order", 0, 9));
    }

    @Test
    void a_token_of_another_type_of_aggregate_asks_nothing() {
        assertThatCode(() -> await("stock:9:1000")).doesNotThrowAnyException();
    }

    private void await(String tokens) throws InterruptedException {
        for (var shard : view.shards().all()) {
            Tokens.parse(List.of(tokens)).await("order", view.shards(), shard.partition(), SHORT);
        }
    }
}
