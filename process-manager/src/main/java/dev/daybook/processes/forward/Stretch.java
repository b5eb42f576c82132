package dev.daybook.processes.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The messages of one partition that were fetched at once, on their way. For one thread. */
final class Stretch {
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Fault fault;

    /** A message, and what was sent for it. */
    private record Step(long offset, List<Future<RecordMetadata>> sends) {}

    /**
     * Why it ends before its end.
     *
     * @param offset of the first message of which not all that follows is in Kafka
     * @param ofKafka whether the message could not be sent; else the route threw
     */
    record Fault(long offset, Throwable cause, boolean ofKafka) {}

    /** Sends what follows from messages, up to the first of which nobody can tell, or that cannot be sent. */
    static Stretch send(List<ConsumerRecord<byte[], byte[]>> messages, Route route, Producer<byte[], byte[]> producer) {
        var stretch = new Stretch();
        for (var message : messages) {
            stretch.send(message, route, producer);
            if (stretch.fault != null) {
                break;
            }
        }
        return stretch;
    }

    private void send(ConsumerRecord<byte[], byte[]> message, Route route, Producer<byte[], byte[]> producer) {
        List<ProducerRecord<byte[], byte[]>> following;
        try {
            following = route.follow(message);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            fault = new Fault(message.offset(), e, false);
            return;
        }
        var sends = new ArrayList<Future<RecordMetadata>>();
        steps.add(new Step(message.offset(), sends));
        for (var each : following) {
            var sent = send(each, producer);
            sends.add(sent);
            // What is refused before it is sent must not be overtaken by what follows it.
            if (sent.state() == Future.State.FAILED) {
                fault = new Fault(message.offset(), sent.exceptionNow(), true);
                return;
            }
        }
    }

    private static Future<RecordMetadata> send(
            ProducerRecord<byte[], byte[]> message, Producer<byte[], byte[]> producer) {
        try {
            return producer.send(message);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Why it ended early, once all is sent; null if it did not. */
    @Nullable
    Fault fault() throws InterruptedException {
        for (var step : steps) {
            for (var send : step.sends) {
                try {
                    send.get();
                } catch (ExecutionException e) {
                    return new Fault(step.offset, Objects.requireNonNullElse(e.getCause(), e), true);
                }
            }
        }
        return fault;
    }

    /** The count of what was sent. */
    int sent() {
        return steps.stream().mapToInt(step -> step.sends.size()).sum();
    }
}
