package dev.daybook.client;

import dev.daybook.inquiry.FindOutcome;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.topic.ContextTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Sends commands to the aggregates of a bounded context and tells what became of them. It has one producer, which is
 * not transactional, and two consumers of one partition of the context's replies, without a group; it keeps nothing, so
 * any number of clients can come and go. Thread-safe.
 *
 * <p>The futures complete on the threads that read: what depends on them must not block; else use the {@code …Async}
 * methods of {@link CompletableFuture}.
 */
public final class CommandClient implements MeterBinder, AutoCloseable {
    private final String context;
    private final CommandLog log;
    private final ReplyInbox inbox;
    private final KafkaClientMetrics producerMetrics;
    private final Runnable last;

    CommandClient(
            ClientConfig config,
            Producer<byte[], byte[]> producer,
            Function<Ack, Consumer<byte[], byte[]>> consumers,
            RecordSerdes serdes,
            Runnable last) {
        var topics = new ContextTopics(config.context());
        var replies = ReplyPartition.choose(producer, topics.replies(), config.replyPartition());
        this.context = config.context();
        this.log = new CommandLog(producer, serdes, Clock.systemUTC(), topics, config.source());
        this.inbox = new ReplyInbox(replies, consumers, serdes.deserializer(Outcome.class));
        this.producerMetrics = new KafkaClientMetrics(producer);
        this.last = last;
    }

    /**
     * Starts a client, and returns when no reply can escape it.
     *
     * @param registryConfig where the schemas are
     * @throws ClientException if Kafka cannot be reached, or the context's topics are not there
     */
    public static CommandClient start(ClientConfig config, RegistryConfig registryConfig) {
        var registry = new HttpSchemaRegistry(registryConfig);
        try {
            return start(config, RecordSerdes.create(registryConfig, registry), registry::close);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** The same for a program that has serdes already; they outlive the client. */
    public static CommandClient start(ClientConfig config, RecordSerdes serdes) {
        return start(config, serdes, () -> {});
    }

    private static CommandClient start(ClientConfig config, RecordSerdes serdes, Runnable last) {
        var clients = new KafkaClients(config.kafka(), config.appendTimeout());
        var producer = clients.producer();
        try {
            return new CommandClient(config, producer, clients::consumer, serdes, last).started();
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    private CommandClient started() {
        try {
            inbox.awaitStart();
            return this;
        } catch (RuntimeException e) {
            inbox.close();
            throw e;
        }
    }

    /**
     * Sends a command. Like {@link Producer#send} it can block, for half of the append time-out at most, while Kafka or
     * the registry cannot be reached or too much waits to be sent.
     *
     * @return what is known of the command once it has reached the level that the options ask for, or their wait is
     *     over: in either case it is durable in the log then. It fails with {@link AppendException} if the command is
     *     not there, or nobody knows.
     */
    public CompletableFuture<Reply> send(Command command, SendOptions options) {
        if (options.ack() == Ack.ACCEPTED) {
            return log.append(command, null).thenApply(_ -> new Reply.Pending());
        }
        // The waiter comes first: the reply may be here before the broker has confirmed the command.
        var waiter = inbox.open(options);
        return waiter.follow(log.append(command, inbox.replyTo(waiter)));
    }

    /**
     * Asks what became of a command, whoever sent it and whenever. The question goes through the log, behind the
     * command: that there is no such command is certain then.
     *
     * @param options for {@link Ack#DECIDED} or {@link Ack#COMMITTED}
     * @return the outcome, which is {@link dev.daybook.outcome.OutcomeUnknown} if none is kept under the id
     */
    public CompletableFuture<Reply> find(String aggregate, String aggregateId, String commandId, SendOptions options) {
        if (options.ack() == Ack.ACCEPTED) {
            throw new IllegalArgumentException("An outcome is DECIDED or COMMITTED; 'accepted' is none");
        }
        return send(Command.to(aggregate, aggregateId, new FindOutcome(commandId)), options);
    }

    /** The bounded context whose aggregates it sends to. */
    public String context() {
        return context;
    }

    /** How many senders wait for a reply now. */
    public int waiting() {
        return inbox.waiting();
    }

    /** Whether it can still read replies. */
    public boolean live() {
        return inbox.live();
    }

    /** What it waits for, in one sentence; empty if replies would arrive now. */
    public String whyNotReady() {
        return inbox.whyNotReady();
    }

    /** Lets all senders go that wait now or later, as soon as their commands are durable. */
    public void release() {
        inbox.release();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        producerMetrics.bindTo(meters);
        Gauge.builder("daybook.client.waiting", this, CommandClient::waiting)
                .description("Senders that wait for a reply")
                .tag("context", context)
                .register(meters);
    }

    /** Sends what is not sent yet, lets all senders go, and stops. */
    @Override
    public void close() {
        release();
        log.close();
        inbox.close();
        producerMetrics.close();
        last.run();
    }
}
