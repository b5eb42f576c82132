package dev.daybook.projection.query;

import dev.daybook.platform.message.Token;
import dev.daybook.projection.lag.EndOfLog;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.token.BehindException;
import dev.daybook.projection.token.EndUnseenException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that what is read holds every event up to a time. A partition whose clock is beyond the time does, because the
 * clock never runs backwards; any other does when it has come to where its log ended after the question was asked.
 *
 * @param ends tells where the log ends
 */
record Hindsight(EndOfLog ends) {

    /**
     * Waits until ledgers hold every event up to a time.
     *
     * @param ledgers those of the partitions, in their order
     * @throws BehindException if they do not in time
     * @throws EndUnseenException if it cannot be seen where the log ends
     */
    <L extends Ledger> void await(
            Instant time, Source<L> source, List<Integer> partitions, List<L> ledgers, Duration atMost)
            throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        Map<Integer, Long> last = Map.of();
        for (var i = 0; i < ledgers.size(); i++) {
            if (!ledgers.get(i).progress().time().isAfter(time)) {
                if (last.isEmpty()) {
                    last = ends.of(source.topic(), source.shards().all().size());
                }
                var end = last.get(partitions.get(i));
                if (end == null) {
                    throw new EndUnseenException(partitions.get(i));
                }
                await(new Token(source.aggregate(), partitions.get(i), end), source, ledgers.get(i), deadline);
            }
        }
    }

    private static <L extends Ledger> void await(Token end, Source<L> source, L ledger, long deadline)
            throws InterruptedException {
        if (ledger.progress().position() >= end.position()) {
            return;
        }
        var shard = source.shards().of(end.partition());
        if (shard.progress().isEmpty()) {
            // A copy that is not as far: whoever posts the partition is to answer.
            throw shard.away();
        }
        if (!shard.await(end.position(), Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
            throw new BehindException(
                    source.shards().name(), end, ledger.progress().position());
        }
    }
}
