package dev.daybook.processor.topology;

import static dev.daybook.processor.topology.WriteSide.NOON;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.RemoveItem;
import dev.daybook.processor.topology.WriteSide.Event;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

class WritePathLawsTest {

    /** A command on its way. */
    record Sent(
            String aggregateId,
            String id,
            OrderCommand command,
            @Nullable Long expectedVersion,
            int second) {}

    @Property(tries = 50)
    void versions_and_positions_have_no_gaps(@ForAll("logs") List<Sent> log) {
        var events = run(log, new FlakyRegistry()).events();

        assertThat(events)
                .extracting(event -> event.headers().position())
                .containsExactlyElementsOf(upTo(events.size()));
        events.stream()
                .collect(groupingBy(
                        event -> event.headers().subject(),
                        mapping(event -> event.headers().sequence(), toList())))
                .forEach((id, versions) -> assertThat(versions).containsExactlyElementsOf(upTo(versions.size())));
    }

    @Property(tries = 25)
    void a_log_gives_the_same_bytes_whenever_it_is_replayed(@ForAll("logs") List<Sent> log) {
        var registry = new FlakyRegistry();

        assertThat(run(log, registry).messages()).isEqualTo(run(log, registry).messages());
    }

    /** What comes out. */
    record Out(List<Event> events, List<TestRecord<byte[], byte[]>> replies) {

        /** All of it, to the byte. */
        List<String> messages() {
            return Stream.concat(events.stream().map(Event::message), replies.stream())
                    .map(WritePathLawsTest::bytes)
                    .toList();
        }
    }

    private static String bytes(TestRecord<byte[], byte[]> message) {
        var hex = HexFormat.of();
        var headers = Stream.of(message.headers().toArray())
                .map(header -> header.key() + "=" + hex.formatHex(header.value()))
                .collect(joining(" "));
        return "%s %s %s %s"
                .formatted(
                        message.getRecordTime(), hex.formatHex(message.key()), hex.formatHex(message.value()), headers);
    }

    private static Out run(List<Sent> log, FlakyRegistry registry) {
        try (var side = new WriteSide(new FaultyOrders(), registry, 1, 1_000_000)) {
            for (var sent : log) {
                side.send(
                        sent.aggregateId(),
                        sent.id(),
                        sent.command(),
                        sent.expectedVersion(),
                        NOON.plusSeconds(sent.second()));
            }
            return new Out(side.events(), side.harness().received(WriteSide.REPLIES));
        }
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Provide
    Arbitrary<List<Sent>> logs() {
        var aggregates = Arbitraries.of("a", "b", "c");
        var ids = Arbitraries.integers().between(1, 20).map(String::valueOf);
        var expected = Arbitraries.longs().between(0, 3).injectNull(0.8);
        var seconds = Arbitraries.integers().between(0, 100);
        return Combinators.combine(aggregates, ids, commands(), expected, seconds)
                .as(Sent::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<OrderCommand> commands() {
        return Arbitraries.of(
                new CreateOrder("ALFKI", "USD", null),
                new CreateOrder("endless", "USD", null),
                new AddItem("42", 3, new BigDecimal("9.80"), new BigDecimal("0.05")),
                new AddItem("11", 1, new BigDecimal("14"), BigDecimal.ZERO),
                new RemoveItem("42", 2),
                new CancelOrder("fun"),
                new ConfirmOrder());
    }
}
