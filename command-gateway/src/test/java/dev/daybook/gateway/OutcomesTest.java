package dev.daybook.gateway;

import static dev.daybook.platform.message.Ack.COMMITTED;
import static dev.daybook.platform.message.Ack.DECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.orders.AddItem;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.EventRef;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller is told of a command. */
class OutcomesTest extends ServedRoutes {
    @Test
    void answers_an_accepted_command_with_its_events() {
        reply(accepted());

        var answer = client.post(ADD_ITEM, AN_ITEM, "Idempotency-Key", "c1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("ETag")).isEqualTo("\"6\"");
        assertThat(answer.header("X-Event-Version")).isEqualTo("6");
        assertThat(answer.header("Daybook-Token")).isEqualTo("order:3:1287");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        assertThat(answer.response().body())
                .isEqualTo("{\"commandId\":\"c1\",\"aggregate\":\"order\",\"id\":\"10248\",\"outcome\":\"accepted\","
                        + "\"ack\":\"committed\",\"version\":6,\"events\":[{\"id\":\"c1:1\","
                        + "\"type\":\"dev.daybook.orders.ItemAdded\",\"version\":6}]}");
    }

    @Test
    void sends_what_the_body_says() {
        client.post(ADD_ITEM, AN_ITEM);

        var command = dispatcher.lastCommand();
        assertThat(command.payload()).isEqualTo(new AddItem("11", 12, new BigDecimal("14"), BigDecimal.ZERO));
        assertThat(command.aggregate()).isEqualTo("order");
        assertThat(command.aggregateId()).isEqualTo("10248");
        assertThat(command.expectedVersion()).isNull();
    }

    @Test
    void marks_a_replayed_answer() {
        dispatcher.answer(() -> new Reply.Answered(accepted(), true, COMMITTED));

        var answer = client.post(ADD_ITEM, AN_ITEM, "Idempotency-Key", "c1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer.header("Daybook-Correlation-Id")).isEmpty();
    }

    @Test
    void answers_422_when_a_rule_refuses() {
        reply(new CommandRejected(
                "c1", "order", "10248", 5, "payment-differs", "440 is due", Map.of("amountDue", "440")));

        var answer = client.post(CONFIRM, "{}");

        assertProblem(answer, 422, "payment-differs");
        assertThat(answer.json().path("detail").asText()).isEqualTo("440 is due");
        assertThat(answer.json().path("version").asLong()).isEqualTo(5);
        assertThat(answer.json().path("details").path("amountDue").asText()).isEqualTo("440");
    }

    @Test
    void answers_412_when_the_version_differs() {
        reply(new VersionConflict("c1", "order", "10248", 5, 7));

        var answer = client.post(CONFIRM, "{}", "If-Match", "\"5\"");

        assertProblem(answer, 412, "version-conflict");
        assertThat(answer.json().path("expectedVersion").asLong()).isEqualTo(5);
        assertThat(answer.json().path("actualVersion").asLong()).isEqualTo(7);
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void answers_422_when_the_key_was_used_for_another_command() {
        reply(new CommandIdReused("c1", "order", "10248"));

        assertProblem(client.post(CONFIRM, "{}", "Idempotency-Key", "c1"), 422, "idempotency-key-reused");
    }

    @Test
    void answers_500_when_the_command_is_dead_lettered() {
        reply(new CommandFailed("c1", "order", "10248", "decider-failed", "It threw"));

        assertProblem(client.post(CONFIRM, "{}"), 500, "decider-failed");
    }

    @Test
    void answers_400_when_the_processor_cannot_read_the_command() {
        reply(new CommandFailed("c1", "order", "10248", "unreadable", "It is no command"));

        assertProblem(client.post(CONFIRM, "{}"), 400, "unreadable");
    }

    @Test
    void answers_202_and_where_to_ask_when_undecided() {
        var answer = client.post("/v1/order/a%2Fb%20%C3%A9/confirm-order", "{}", "Idempotency-Key", "k/1?");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/commands/order/a%2Fb%20%C3%A9/k%2F1%3F");
        assertThat(answer.json().path("outcome").asText()).isEqualTo("pending");
        assertThat(answer.json().path("commandId").asText()).isEqualTo("k/1?");

        reply(accepted());
        assertThat(client.get(answer.header("Location")).status()).isEqualTo(200);
        assertThat(dispatcher.lastInquiry().commandId()).isEqualTo("k/1?");
        assertThat(dispatcher.lastInquiry().aggregateId()).isEqualTo("a/b é");
    }

    @Test
    void answers_later_as_the_command_would_have_been_answered() {
        reply(new CommandRejected("c1", "order", "10248", 5, "order-empty", "It has no items", Map.of()));
        assertProblem(client.get("/v1/commands/order/10248/c1"), 422, "order-empty");

        reply(new OutcomeUnknown("c1", "order", "10248"));
        assertProblem(client.get("/v1/commands/order/10248/c1"), 404, "unknown-command-id");

        dispatcher.answer(Reply.Pending::new);
        var pending = client.get("/v1/commands/order/10248/c1", "Prefer", "wait=1", "Daybook-Ack", "decided");
        assertThat(pending.status()).isEqualTo(202);
        assertThat(pending.header("Location")).isEqualTo("/v1/commands/order/10248/c1");
        assertThat(dispatcher.lastOptions()).isEqualTo(new SendOptions(DECIDED, Duration.ofSeconds(1)));
    }

    private static CommandAccepted accepted() {
        return new CommandAccepted(
                "c1", "order", "10248", 6, 3, 1287, List.of(new EventRef("c1:1", "dev.daybook.orders.ItemAdded", 6)));
    }
}
