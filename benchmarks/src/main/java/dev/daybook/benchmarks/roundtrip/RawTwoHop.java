package dev.daybook.benchmarks.roundtrip;

import dev.daybook.benchmarks.load.Target;
import dev.daybook.benchmarks.stack.BenchTopics;
import dev.daybook.benchmarks.workload.Wire;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * The raw round trip of two hops: a request goes to a topic, another client reads it and writes an answer to a second
 * topic, and the first reads that. Plain clients, no linger, no transactions; records as large as Daybook's, with the
 * same headers.
 */
final class RawTwoHop implements Target<RawMessages.Request>, AutoCloseable {
    static final String REQUESTS = "bench.raw.requests";
    static final String REPLIES = "bench.raw.replies";
    /** Of the partitions of replies: as a gateway, the requester reads one. */
    static final int REPLY_PARTITION = 0;

    private final ConcurrentMap<String, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
    private final KafkaProducer<byte[], byte[]> requester;
    private final KafkaProducer<byte[], byte[]> replier;
    private final Reading requests;
    private final Reading replies;

    RawTwoHop(String bootstrapServers, RawMessages messages) throws Exception {
        BenchTopics.create(bootstrapServers, REQUESTS, Wire.COMMANDS);
        BenchTopics.create(bootstrapServers, REPLIES, Wire.TOPICS.replies());
        requester = RawClients.producer(bootstrapServers);
        replier = RawClients.producer(bootstrapServers);
        requests = Reading.of(RawClients.consumer(bootstrapServers, REQUESTS), record -> {
            var _ = replier.send(messages.reply(record));
        });
        replies = Reading.of(
                RawClients.consumer(bootstrapServers, new TopicPartition(REPLIES, REPLY_PARTITION)),
                record -> complete(new String(record.key(), StandardCharsets.UTF_8)));
    }

    @Override
    public CompletableFuture<Void> send(RawMessages.Request request) {
        var answer = new CompletableFuture<Void>();
        open.put(request.id(), answer);
        var _ = requester.send(request.message(), (place, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private void complete(String id) {
        var answer = open.remove(id);
        if (answer != null) {
            answer.complete(null);
        }
    }

    @Override
    public void close() {
        requests.close();
        replies.close();
        requester.close();
        replier.close();
    }
}
