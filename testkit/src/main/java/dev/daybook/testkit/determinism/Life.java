package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Metadata;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All the commands to one aggregate, in the order of the log. */
record Life<C, E, S>(Aggregate<C, E, S> aggregate, List<Sent<C>> commands) implements Strand {
    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** Rules may look at the time that has passed; so it passes at different speeds. */
    static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(3), Duration.ofMinutes(20), Duration.ofHours(7), Duration.ofDays(12));

    /** The life in which these commands come; its number makes its id, and every other one has a known sender. */
    static <C, E, S> Life<C, E, S> of(Aggregate<C, E, S> aggregate, int number, List<? extends C> commands) {
        var id = aggregate.type() + "-" + number;
        var principal = number % 2 == 0 ? "ann" : null;
        var sent = new ArrayList<Sent<C>>();
        var time = BEGINNING.plusSeconds(number);
        for (C command : commands) {
            sent.add(new Sent<>(command, metadata(aggregate.type(), id, time, sent.size() + 1, principal)));
            time = time.plus(PAUSES.get(sent.size() % PAUSES.size()));
        }
        return new Life<>(aggregate, List.copyOf(sent));
    }

    private static Metadata metadata(String type, String id, Instant time, int count, @Nullable String principal) {
        var commandId = id + "-command-" + count;
        return new Metadata(type, id, 0, time, commandId, commandId, principal);
    }

    @Override
    public int length() {
        return commands.size();
    }

    @Override
    public Course course(World world) {
        return new Deciding<>(this, world);
    }

    @Override
    public Optional<DecidedDifferently<C, E, S>> difference(DataInputStream quiet, DataInputStream busy)
            throws IOException {
        var format = Verdicts.of(aggregate);
        return DecidedDifferently.find(this, format.read(length(), quiet), format.read(length(), busy));
    }
}
