package dev.daybook.projection.query;

import dev.daybook.projection.lag.Looks;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.peer.Attempt;
import dev.daybook.projection.peer.Staleness;
import dev.daybook.projection.token.BehindException;
import dev.daybook.projection.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fresh what a request reads must be: as far as its tokens, and either posted here or a copy that is stale no longer than
 * it allows.
 *
 * @param tokens its tokens
 * @param deadline how long it waits for them, in nanoseconds of {@link System#nanoTime}
 * @param maxStaleness how stale a copy may be; empty: no copy
 * @param attempt what it waits for
 * @param looks where the log ended when someone looked last
 * @param answer where is told how stale the answer is
 */
record Demand(
        Tokens tokens, long deadline, Optional<Duration> maxStaleness, Attempt attempt, Looks looks, Staleness answer) {
    private static final Duration POLL = Duration.ofMillis(10);

    /**
     * The ledger of a partition, when it is so fresh.
     *
     * @throws BehindException if it does not come as far as the tokens in time
     * @throws dev.daybook.projection.token.UnknownPartitionException if a token names a partition that there is not
     * @throws dev.daybook.projection.ledger.ShardAwayException if it is not here
     */
    <L extends Ledger> L ledger(Source<L> source, int partition) throws InterruptedException {
        tokens.requirePartitions(source.aggregate(), source.shards());
        var shard = source.shards().of(partition);
        if (shard.progress().isEmpty()) {
            var copy = maxStaleness.isPresent() ? copy(source, partition, maxStaleness.get()) : Optional.<L>empty();
            if (copy.isPresent()) {
                return copy.get();
            }
            if (attempt != Attempt.LAST) {
                throw shard.away();
            }
        }
        tokens.await(source.aggregate(), source.shards(), partition, remaining());
        return shard.ledger();
    }

    private <L extends Ledger> Optional<L> copy(Source<L> source, int partition, Duration most)
            throws InterruptedException {
        var copy = source.copy(partition);
        for (var awaited = tokens.of(source.aggregate(), partition);
                awaited.isPresent()
                        && copy.isPresent()
                        && copy.get().progress().position() < awaited.get().position();
                copy = source.copy(partition)) {
            if (attempt == Attempt.GLANCE) {
                return Optional.empty();
            }
            if (remaining().isZero()) {
                throw new BehindException(
                        source.shards().name(),
                        awaited.get(),
                        copy.get().progress().position());
            }
            Thread.sleep(POLL);
        }
        if (copy.isPresent()) {
            var staleness = staleness(source, partition, copy.get().progress(), most);
            staleness.ifPresent(answer::atLeast);
            return staleness.isPresent() ? copy : Optional.empty();
        }
        return copy;
    }

    /** How stale a copy is at most; empty if that may be more than is allowed. */
    private Optional<Duration> staleness(Source<?> source, int partition, Progress progress, Duration most) {
        // Who has seen an event has seen all that was there before the event's command came.
        var byClock = Duration.between(progress.time(), Instant.now());
        var last = looks.lastAge(source.topic(), partition, progress.position());
        return least(Stream.of(Optional.of(byClock), last), most)
                .or(() -> attempt == Attempt.GLANCE
                        ? Optional.empty()
                        : least(Stream.of(newAge(source, partition, progress)), most));
    }

    private Optional<Duration> newAge(Source<?> source, int partition, Progress progress) {
        return looks.newAge(source.topic(), source.shards().all().size(), partition, progress.position());
    }

    private static Optional<Duration> least(Stream<Optional<Duration>> bounds, Duration most) {
        return bounds.flatMap(Optional::stream)
                // Of two clocks that differ so much, the difference says nothing.
                .filter(bound -> !bound.isNegative() && bound.compareTo(most) <= 0)
                .min(Duration::compareTo);
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
