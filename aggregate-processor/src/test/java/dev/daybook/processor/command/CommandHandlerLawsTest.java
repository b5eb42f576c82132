package dev.daybook.processor.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.outcome.CommandAccepted;
import dev.daybook.processor.command.Counter.Ask;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CommandHandlerLawsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /** A command in a log; its time may be before that of the one in front of it. */
    record Logged(
            int partition,
            String aggregateId,
            String id,
            Ask payload,
            @Nullable Long expected,
            int second) {
        Command<Ask> command() {
            return new Command<>(
                    aggregateId,
                    id,
                    payload,
                    Fingerprint.of(
                            "Ask", expected, ByteBuffer.wrap(payload.toString().getBytes(UTF_8))),
                    expected,
                    NOON.plusSeconds(second),
                    id,
                    null);
        }
    }

    @Property
    void versions_and_positions_have_no_gaps(@ForAll("logs") List<Logged> log) {
        for (var partition : partitions(log)) {
            var memory = new HeapMemory();
            var versions = new HashMap<String, List<Long>>();
            for (var logged : partition) {
                var before = memory.log().size();
                run(logged, memory);
                var appended = memory.log().subList(before, memory.log().size());
                var own = versions.computeIfAbsent(logged.aggregateId(), id -> new ArrayList<>());
                appended.forEach(append -> own.add(append.version()));
            }
            assertThat(memory.log())
                    .extracting(Append::position)
                    .containsExactlyElementsOf(upTo(memory.log().size()));
            versions.forEach((id, own) -> assertThat(own).containsExactlyElementsOf(upTo(own.size())));
        }
    }

    @Property
    void a_command_within_the_window_takes_effect_once(@ForAll("logs") List<Logged> log) {
        for (var partition : partitions(log)) {
            var memory = new HeapMemory();
            var effects = new HashMap<String, Instant>();
            for (var logged : partition) {
                var answer = run(logged, memory);
                if (answer.outcome() instanceof CommandAccepted && !answer.replayed()) {
                    var now = memory.watermark().clock();
                    var earlier = effects.put(
                            logged.aggregateId() + "/" + logged.id(),
                            logged.command().time());
                    assertThat(earlier)
                            .satisfiesAnyOf(
                                    time -> assertThat(time).isNull(),
                                    time -> assertThat(time).isBeforeOrEqualTo(now.minus(WINDOW)));
                }
            }
        }
    }

    @Property
    void a_log_gives_the_same_answers_whenever_it_is_replayed_and_swept(
            @ForAll("logs") List<Logged> log, @ForAll List<Boolean> sweeps) {
        for (var partition : partitions(log)) {
            var memory = new HeapMemory();
            var swept = new HeapMemory();
            for (var i = 0; i < partition.size(); i++) {
                if (!sweeps.isEmpty() && sweeps.get(i % sweeps.size())) {
                    swept.sweep(WINDOW);
                }
                assertThat(run(partition.get(i), swept)).isEqualTo(run(partition.get(i), memory));
            }
            assertThat(swept.log()).isEqualTo(memory.log());
        }
    }

    private static Answer run(Logged logged, HeapMemory memory) {
        var handler = new CommandHandler<>(
                Counter.AGGREGATE, logged.partition(), new Rules(WINDOW, 1_000_000), new TextEncoding());
        var handled = handler.handle(logged.command(), memory);
        memory.write(logged.aggregateId(), logged.id(), handled);
        return handled.answer();
    }

    private static List<List<Logged>> partitions(List<Logged> log) {
        return List.copyOf(log.stream().collect(groupingBy(Logged::partition)).values());
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Provide
    Arbitrary<List<Logged>> logs() {
        var aggregates = Arbitraries.of("a", "b", "c");
        var ids = Arbitraries.integers().between(1, 15).map(String::valueOf);
        var expected = Arbitraries.longs().between(0, 4).injectNull(0.7);
        var seconds = Arbitraries.integers().between(0, 100);
        return Combinators.combine(Arbitraries.integers().between(0, 2), aggregates, ids, payloads(), expected, seconds)
                .as(Logged::new)
                .list()
                .ofMaxSize(60);
    }

    private static Arbitrary<Ask> payloads() {
        var count = Arbitraries.integers().between(0, 3).map(times -> (Ask) new Ask.Count(times));
        return Arbitraries.oneOf(
                count,
                count,
                Arbitraries.of(
                        new Ask.Nothing(), new Ask.Refuse("no"), new Ask.Throw(new IllegalStateException("broken"))));
    }
}
