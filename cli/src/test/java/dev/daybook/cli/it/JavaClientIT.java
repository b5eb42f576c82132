package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.stack.Home;
import dev.daybook.client.ClientConfig;
import dev.daybook.client.Command;
import dev.daybook.client.CommandClient;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.schema.RegistryConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Java client against a running stack, as docs/java-client.md shows it. */
final class JavaClientIT {
    // Not written as in the code below, or it would be found here.
    private static final String END = "// docs:" + " end";
    private static CommandClient client;

    @BeforeAll
    static void start() {
        var stack = TestStack.running();
        client = start(stack.bootstrapServers(), RegistryConfig.of(stack.registry()));
    }

    private static CommandClient start(String bootstrapServers, RegistryConfig registry) {
        // docs: start
        var config = ClientConfig.of("orders", Map.of("bootstrap.servers", bootstrapServers));
        var client = CommandClient.start(config, registry);
        // docs: end
        return client;
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void sends_and_tells_what_became_of_it() {
        var id = Http.newId();

        assertThat(create(id)).isEqualTo("version 1");
        assertThat(create(id)).isEqualTo("refused: order-exists");
    }

    private static String create(String id) {
        // docs: send
        var command = Command.to("order", id, new CreateOrder("ALFKI", "USD", null));
        var reply = client.send(command, SendOptions.committed()).join();
        return switch (reply) {
            case Reply.Answered(CommandAccepted accepted, var replayed, var ack) -> "version " + accepted.version();
            case Reply.Answered(CommandRejected rejected, var replayed, var ack) -> "refused: " + rejected.code();
            case Reply.Answered(var outcome, var replayed, var ack) -> "not decided by a rule: " + outcome;
            case Reply.Pending() -> "in the log, but not decided within 10 s";
        };
        // docs: end
    }

    @Test
    void expects_a_version() {
        var command = Command.to("order", Http.newId(), new ConfirmOrder()).expecting(3L);

        assertThat(client.send(command, SendOptions.decided()).join())
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answer -> assertThat(answer.outcome()).isInstanceOf(VersionConflict.class));
    }

    @Test
    void returns_once_a_command_is_in_the_log_and_finds_its_outcome_later() {
        var command = Command.to("order", Http.newId(), new CreateOrder("ALFKI", "USD", null));

        assertThat(client.send(command, SendOptions.accepted()).join()).isEqualTo(new Reply.Pending());
        var found = client.find("order", command.aggregateId(), command.id(), SendOptions.committed())
                .join();

        assertThat(found).isInstanceOfSatisfying(Reply.Answered.class, answer -> {
            assertThat(answer.outcome()).isInstanceOf(CommandAccepted.class);
            assertThat(answer.ack()).isEqualTo(Ack.COMMITTED);
        });
    }

    @Test
    void knows_that_there_is_no_such_command() {
        var found = client.find("order", Http.newId(), "never-sent", SendOptions.committed())
                .join();

        assertThat(found)
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answer -> assertThat(answer.outcome()).isInstanceOf(OutcomeUnknown.class));
    }

    @Test
    void is_what_the_guide_shows() throws Exception {
        var here = Files.readString(Home.folder()
                .resolve(Path.of(
                        "cli/src/test/java/dev/daybook/cli/it", getClass().getSimpleName() + ".java")));
        var guide = unindented(Files.readString(Home.folder().resolve("docs/java-client.md")));

        var shown =
                Arrays.stream(here.split("// docs: (?:start|send)\\n")).skip(1).toList();
        assertThat(shown).hasSize(2);
        assertThat(shown)
                .allSatisfy(part -> assertThat(guide).contains(unindented(part.substring(0, part.indexOf(END)))));
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
