package dev.daybook.testkit.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TellingTest {
    private static final Aggregate<OrderCommand, OrderEvent, OrderLine> ORDER =
            new Suspect((_, _, _) -> "only its name counts here").aggregate("order");

    @ParameterizedTest
    @EnumSource(World.class)
    void an_instance_does_not_hear_what_is_said_to_another(World world) throws IOException {
        var reactions = reactions(
                new Counting(new IllegalStateException("Never")),
                Inbox.of("a").happened(ORDER, "b", cancelled()).happened(ORDER, "a", cancelled()),
                world);

        assertThat(reactions.getFirst()).isEqualTo(new Reaction.Elsewhere<>("b"));
        assertThat(reactions.getLast())
                .isInstanceOfSatisfying(
                        Reaction.Done.class, done -> assertThat(done.state()).isEqualTo(line(1)));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void an_instance_fails_as_in_an_app_at(Throwable thrown) throws IOException {
        var inbox = Inbox.of("a")
                .happened(ORDER, "a", new OrderCancelled("broken", true))
                .happened(ORDER, "a", cancelled());

        var reactions = reactions(new Counting(thrown), inbox, World.QUIET);

        assertThat(reactions.getFirst()).isEqualTo(new Reaction.Failed<>(thrown.toString()));
        assertThat(reactions.getLast()).isInstanceOf(Reaction.Done.class);
    }

    static List<Throwable> thrown() {
        return List.of(
                new IllegalStateException("It is broken"),
                new StackOverflowError(),
                new AssertionError("It must not be"),
                new NoClassDefFoundError("dev/daybook/testkit/Forgotten"));
    }

    private static OrderCancelled cancelled() {
        return new OrderCancelled("late", true);
    }

    private static OrderLine line(int quantity) {
        return new OrderLine("tofu", quantity, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static List<Reaction<OrderLine>> reactions(Counting counting, Inbox inbox, World world) throws IOException {
        var process = new BusinessProcess<>(
                "counting",
                OrderLine.class,
                counting,
                List.of(new Subscription<>("order", OrderEvent.class, TellingTest::hear)));
        var telling = new Telling<>(new Story<>(process, inbox), world);
        telling.toTheEnd();
        var written = new ByteArrayOutputStream();
        telling.verdicts().forEach(written::writeBytes);
        return Reactions.of(process)
                .read(telling.length(), new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
    }

    private static Told<String> hear(OrderEvent event, Metadata metadata) {
        return new Told<>(metadata.aggregateId(), ((OrderCancelled) event).reason());
    }

    /** A process that counts what it is told, and throws this when it is told that it is broken. */
    private record Counting(Throwable thrown) implements ProcessManager<String, OrderLine> {
        @Override
        public OrderLine initial() {
            return line(0);
        }

        @Override
        public OrderLine evolve(OrderLine state, String input, Metadata metadata) {
            return line(state.quantity() + 1);
        }

        @Override
        public List<Action> react(OrderLine state, String input, Metadata metadata) {
            if (input.equals("broken")) {
                switch (thrown) {
                    case RuntimeException exception -> throw exception;
                    case Error error -> throw error;
                    default -> throw new IllegalArgumentException(thrown);
                }
            }
            return List.of();
        }

        @Override
        public Stage stage(OrderLine state) {
            return Stage.RUNNING;
        }
    }
}
