package dev.daybook.projection.peer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.projection.ledger.ShardAwayException;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * The gathering of the parts of an answer from all who have one. Each instance is asked once, all at the same time, for the
 * partitions that it has. What nobody answered for is asked for again where it has moved meanwhile, and then of copies if the
 * caller allows that. In the end all partitions have answered, or the question fails.
 */
final class Gathering<P> {
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peers peers;
    private final Context ctx;
    private final Question<P> question;
    private final Staleness staleness;
    private final Duration patience;
    private final Map<Integer, Place> places = new HashMap<>();
    private final Map<Integer, Place> open = new TreeMap<>();
    private final Map<Integer, RuntimeException> failures = new HashMap<>();
    private final List<P> parts = new ArrayList<>();

    Gathering(Peers peers, Context ctx, Question<P> question) {
        this.peers = peers;
        this.ctx = ctx;
        this.question = question;
        this.staleness = new Staleness(ctx);
        this.patience = peers.patience(ctx);
        question.places().forEach(place -> places.put(place.partition(), place));
        open.putAll(places);
    }

    /**
     * All parts.
     *
     * @throws RefusedException if an instance has a reason not to answer
     * @throws AwayException if an instance does not answer, and nobody else does
     * @throws ShardAwayException if a partition is nowhere
     */
    List<P> parts() throws InterruptedException {
        var copies = MaxStaleness.of(ctx).isPresent();
        if (copies) {
            askEachHere(Attempt.GLANCE);
        }
        var asked = holders();
        ask(asked);
        var now = holders();
        if (now.entrySet().stream().anyMatch(holder -> moved(holder, asked))) {
            // All of them: who lacked one partition of several answered for none.
            now.entrySet().removeIf(holder -> isAway(holder.getKey()) && !moved(holder, asked));
            ask(now);
        }
        if (copies) {
            askEachHere(Attempt.COPY);
            askCopies();
        }
        if (!open.isEmpty()) {
            throw Objects.requireNonNull(failures.get(open.keySet().iterator().next()));
        }
        return parts;
    }

    private static boolean moved(Map.Entry<Integer, Optional<Address>> holder, Map<Integer, Optional<Address>> before) {
        return !holder.getValue().equals(before.get(holder.getKey()));
    }

    private boolean isAway(int partition) {
        return failures.get(partition) instanceof AwayException;
    }

    /** Who has what is still open: another instance, or else this one, or nobody that is known. */
    private Map<Integer, Optional<Address>> holders() {
        var holders = new TreeMap<Integer, Optional<Address>>();
        open.forEach((partition, place) -> holders.put(partition, peers.elsewhere(place)));
        return holders;
    }

    private void ask(Map<Integer, Optional<Address>> holders) throws InterruptedException {
        var partitions = holders.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())));
        var here = partitions.remove(Optional.<Address>empty());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Reply<P>>>();
            partitions.forEach((holder, its) -> {
                var instance = holder.orElseThrow();
                var request = request(instance, its);
                asked.add(threads.submit(() -> reply(instance, its, request)));
            });
            if (here != null) {
                askHere(here);
            }
            for (var each : asked) {
                take(join(each));
            }
        }
    }

    /** What an instance replied: a part, or why there is none. */
    private record Reply<P>(
            List<Integer> partitions,
            Optional<P> part,
            Optional<String> staleness,
            Optional<RuntimeException> failure) {

        static <P> Reply<P> of(List<Integer> partitions, P part, Optional<String> staleness) {
            return new Reply<>(partitions, Optional.of(part), staleness, Optional.empty());
        }

        static <P> Reply<P> failed(List<Integer> partitions, RuntimeException failure) {
            return new Reply<>(partitions, Optional.empty(), Optional.empty(), Optional.of(failure));
        }
    }

    private HttpRequest request(Address instance, List<Integer> partitions) {
        return Passage.to(ctx, instance, ctx.req().getRequestURI(), question.understood())
                .header(Forwarded.HEADER, place(partitions).group().name())
                .header(Forwarded.PARTITIONS, Forwarded.text(partitions))
                .build();
    }

    private Reply<P> reply(Address instance, List<Integer> partitions, HttpRequest request)
            throws InterruptedException {
        try {
            var answer = peers.calls().ask(instance, partitions, request, patience);
            if (answer.isNotReady()) {
                return Reply.failed(partitions, place(partitions).shard().away());
            }
            if (answer.status() != OK || !(answer.body() instanceof Answer.Whole whole)) {
                throw new RefusedException(instance, answer);
            }
            return Reply.of(
                    partitions,
                    question.read(JSON.readTree(whole.bytes())),
                    answer.headers().firstValue(Staleness.HEADER));
        } catch (AwayException e) {
            return Reply.failed(partitions, e);
        } catch (IOException e) {
            return Reply.failed(
                    partitions, new AwayException(instance, partitions, "what it answers is no JSON", false, e));
        }
    }

    private Place place(List<Integer> partitions) {
        return Objects.requireNonNull(places.get(partitions.getFirst()));
    }

    private static <P> Reply<P> join(Future<Reply<P>> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void take(Reply<P> reply) {
        reply.failure().ifPresent(failure -> reply.partitions().forEach(partition -> fail(partition, failure)));
        reply.part().ifPresent(part -> {
            parts.add(part);
            reply.staleness().ifPresent(staleness::atLeast);
            open.keySet().removeAll(reply.partitions());
        });
    }

    /** That who has it does not answer says more than that nobody else has it. */
    private void fail(int partition, RuntimeException failure) {
        failures.merge(partition, failure, (before, last) -> before instanceof AwayException ? before : last);
    }

    private void askHere(List<Integer> partitions) throws InterruptedException {
        try {
            take(Reply.of(partitions, question.part(partitions), Optional.empty()));
        } catch (ShardAwayException | InvalidStateStoreException e) {
            take(Reply.failed(partitions, e));
        }
    }

    /** Asks for each by itself, since a copy may be too stale. */
    private void askEachHere(Attempt attempt) throws InterruptedException {
        attempt.mark(ctx);
        for (var partition : List.copyOf(open.keySet())) {
            askHere(List.of(partition));
        }
        Attempt.LAST.mark(ctx);
    }

    private void askCopies() throws InterruptedException {
        for (var place : List.copyOf(open.values())) {
            var partition = List.of(place.partition());
            for (var instance : peers.copies(place)) {
                if (open.containsKey(place.partition())) {
                    take(reply(instance, partition, request(instance, partition)));
                }
            }
        }
    }
}
