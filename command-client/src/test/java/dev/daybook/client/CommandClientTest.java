package dev.daybook.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.daybook.client.AppendException.Reason;
import dev.daybook.inquiry.FindOutcome;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client, with Kafka's own stand-ins for the broker. */
class CommandClientTest {
    private static final TopicPartition REPLIES = new TopicPartition("orders.replies", 2);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Instant NOW = Instant.parse("2026-11-01T12:30:00Z");
    private static final ClientConfig CONFIG =
            new ClientConfig("orders", Map.of(), Duration.ofSeconds(1), Optional.of(REPLIES.partition()), "/test");

    private final RecordSerdes serdes = new RecordSerdes(new InMemorySchemaRegistry());
    private final RepliesProducer producer = new RepliesProducer();
    private final Map<Ack, MockConsumer<byte[], byte[]>> consumers = new EnumMap<>(Ack.class);
    private final CommandClient client = new CommandClient(CONFIG, producer, this::consumer, serdes, () -> {});
    private long offset = 100;

    private Consumer<byte[], byte[]> consumer(Ack level) {
        var consumer = new PatientConsumer();
        consumer.updateEndOffsets(Map.of(REPLIES, offset));
        consumers.put(level, consumer);
        return consumer;
    }

    @BeforeEach
    void awaitReaders() {
        await().until(() -> consumers.values().stream()
                .allMatch(consumer -> consumer.assignment().contains(REPLIES)));
        await().until(() -> client.whyNotReady().equals("It has no connection to a Kafka broker"));
    }

    @AfterEach
    void close() {
        client.close();
        assertThat(client.waiting()).isZero();
    }

    @Test
    void appends_a_command_with_its_headers() {
        var trail = new Command.Trail("conversation", "cause", "alice", TRACE);
        var command = command("c1").expecting(5L).partOf(trail);

        assertThat(client.send(command, SendOptions.accepted()).join()).isEqualTo(new Reply.Pending());

        var entry = producer.history().getFirst();
        assertThat(entry.topic()).isEqualTo("orders.order.commands");
        assertThat(new String(entry.key(), UTF_8)).isEqualTo("10248");
        assertThat(entry.partition()).isNull();
        assertThat(serdes.deserializer(ConfirmOrder.class).deserialize(entry.topic(), entry.headers(), entry.value()))
                .isEqualTo(new ConfirmOrder());
        var headers = CommandHeaders.read(entry.headers());
        assertThat(headers.time()).isNotNull();
        assertThat(headers)
                .isEqualTo(new CommandHeaders(
                        "c1",
                        "dev.daybook.orders.ConfirmOrder",
                        "order",
                        headers.time(),
                        5L,
                        "conversation",
                        "cause",
                        "alice",
                        TRACE,
                        null));
        assertThat(header(entry, "ce_subject")).isEqualTo("10248");
        assertThat(header(entry, "ce_source")).isEqualTo("/test");
    }

    @Test
    void gives_each_command_an_id_of_its_own() {
        var first = Command.to("order", "10248", new ConfirmOrder());
        var second = Command.to("order", "10248", new ConfirmOrder());

        assertThat(UUID.fromString(first.id()).version()).isEqualTo(7);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void hands_over_the_reply_with_its_key() {
        var answer = send("c1", Ack.COMMITTED);
        var replyTo = replyTo(0);
        assertThat(replyTo).isEqualTo(new ReplyTo(REPLIES.topic(), REPLIES.partition(), replyTo.key(), Ack.COMMITTED));

        deliver(Ack.COMMITTED, "another", outcome("c2"), false);
        deliver(Ack.COMMITTED, key(replyTo), outcome("c1"), true);

        assertThat(answer.join()).isEqualTo(new Reply.Answered(outcome("c1"), true, Ack.COMMITTED));
    }

    @Test
    void waits_for_the_commit_unless_told_otherwise() {
        var committed = send("c1", Ack.COMMITTED);
        var decided = send("c2", Ack.DECIDED);
        assertThat(replyTo(1).ack()).isEqualTo(Ack.DECIDED);

        deliver(Ack.DECIDED, key(replyTo(0)), outcome("c1"), false);
        deliver(Ack.DECIDED, key(replyTo(1)), outcome("c2"), false);

        assertThat(decided.join()).isEqualTo(new Reply.Answered(outcome("c2"), false, Ack.DECIDED));
        assertThat(committed).isNotDone();
        deliver(Ack.COMMITTED, key(replyTo(0)), outcome("c1"), false);
        assertThat(committed.join()).isEqualTo(new Reply.Answered(outcome("c1"), false, Ack.COMMITTED));
    }

    @Test
    void takes_a_committed_reply_where_a_decided_one_would_do() {
        var answer = send("c1", Ack.DECIDED);

        deliver(Ack.COMMITTED, key(replyTo(0)), outcome("c1"), false);

        assertThat(answer.join()).isEqualTo(new Reply.Answered(outcome("c1"), false, Ack.COMMITTED));
    }

    @Test
    void ignores_replies_that_it_cannot_read() {
        var answer = send("c1", Ack.COMMITTED);
        var key = key(replyTo(0));

        add(Ack.COMMITTED, key, "no outcome".getBytes(UTF_8), new RecordHeaders());
        add(Ack.COMMITTED, key, bytes(outcome("c1")), new RecordHeaders());
        deliver(Ack.COMMITTED, key, outcome("c1"), false);

        assertThat(answer.join()).isEqualTo(new Reply.Answered(outcome("c1"), false, Ack.COMMITTED));
    }

    @Test
    void gives_up_when_the_wait_is_over() {
        var options = SendOptions.committed().within(Duration.ofMillis(10));

        assertThat(client.send(command("c1"), options).join()).isEqualTo(new Reply.Pending());
        assertThat(client.waiting()).isZero();
    }

    @Test
    void never_says_pending_of_a_command_that_may_not_be_in_the_log() {
        producer.holdConfirmations();
        var options = SendOptions.committed().within(Duration.ofMillis(1));

        var answer = client.send(command("c1"), options);
        client.release();

        assertThat(answer).isNotDone();
        producer.completeNext();
        assertThat(answer.join()).isEqualTo(new Reply.Pending());
    }

    @Test
    void lets_all_go_when_it_is_released() {
        var before = send("c1", Ack.COMMITTED);

        client.release();

        assertThat(before.join()).isEqualTo(new Reply.Pending());
        assertThat(send("c2", Ack.COMMITTED).join()).isEqualTo(new Reply.Pending());
    }

    @Test
    void asks_behind_the_command_what_became_of_it() {
        var answer = client.find("order", "10248", "c1", SendOptions.committed());

        var entry = producer.history().getFirst();
        assertThat(serdes.deserializer(FindOutcome.class).deserialize(entry.topic(), entry.headers(), entry.value()))
                .isEqualTo(new FindOutcome("c1"));
        deliver(Ack.COMMITTED, key(replyTo(0)), outcome("c1"), true);
        assertThat(answer.join()).isEqualTo(new Reply.Answered(outcome("c1"), true, Ack.COMMITTED));
    }

    @Test
    void says_that_nothing_is_appended_when_kafka_cannot_be_found() {
        producer.partitionsForException = new TimeoutException("no metadata");

        assertThat(failure().reason()).isEqualTo(Reason.NOT_APPENDED);
        assertThat(client.waiting()).isZero();
    }

    @Test
    void says_that_nothing_is_appended_when_nothing_more_can_be_buffered() {
        producer.sendException = new BufferExhaustedException("full");

        assertThat(failure().reason()).isEqualTo(Reason.NOT_APPENDED);
    }

    @Test
    void says_that_nobody_knows_when_kafka_does_not_confirm() {
        producer.holdConfirmations();
        var answer = send("c1", Ack.COMMITTED);

        producer.errorNext(new TimeoutException("Expiring 1 record(s)"));

        assertThat(failure(answer).reason()).isEqualTo(Reason.UNCONFIRMED);
    }

    @Test
    void says_that_a_record_is_too_large() {
        producer.sendException = new RecordTooLargeException("1 MiB");

        assertThat(failure().reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refuses_a_partition_of_replies_that_is_not_there() {
        assertThatThrownBy(() -> ReplyPartition.choose(producer, "orders.replies", Optional.of(4)))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("orders.replies are 0 to 3");
    }

    private AppendException failure() {
        return failure(send("c1", Ack.COMMITTED));
    }

    private static AppendException failure(CompletableFuture<Reply> answer) {
        var failure = catchThrowableOfType(CompletionException.class, answer::join);
        return (AppendException) Objects.requireNonNull(failure.getCause());
    }

    private CompletableFuture<Reply> send(String id, Ack ack) {
        return client.send(command(id), new SendOptions(ack, LONG));
    }

    private static Command command(String id) {
        return Command.to("order", "10248", new ConfirmOrder()).withId(id);
    }

    private ReplyTo replyTo(int index) {
        await().until(() -> producer.history().size() > index);
        return Objects.requireNonNull(
                CommandHeaders.read(producer.history().get(index).headers()).replyTo());
    }

    private static String key(ReplyTo replyTo) {
        return Objects.requireNonNull(replyTo.key());
    }

    private static String header(ProducerRecord<?, ?> entry, String name) {
        return new String(entry.headers().lastHeader(name).value(), UTF_8);
    }

    private static Outcome outcome(String commandId) {
        return new CommandIdReused(commandId, "order", "10248");
    }

    private byte[] bytes(Outcome outcome) {
        return serdes.serializer(Outcome.class).serialize(REPLIES.topic(), outcome);
    }

    private void deliver(Ack level, String key, Outcome outcome, boolean replayed) {
        var headers = new RecordHeaders();
        new ReplyHeaders("c", "type", "/orders/order/10248", "10248", NOW, "order", replayed, null).write(headers);
        add(level, key, bytes(outcome), headers);
    }

    private void add(Ack level, String key, byte[] value, RecordHeaders headers) {
        Objects.requireNonNull(consumers.get(level))
                .addRecord(new ConsumerRecord<>(
                        REPLIES.topic(),
                        REPLIES.partition(),
                        offset++,
                        NOW.toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        key.length(),
                        value.length,
                        key.getBytes(UTF_8),
                        value,
                        headers,
                        Optional.empty()));
    }

    /** A stand-in that knows the partitions of the replies, and confirms what it is sent at once or when told to. */
    private static final class RepliesProducer extends MockProducer<byte[], byte[]> {
        private boolean held;

        private RepliesProducer() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        private void holdConfirmations() {
            held = true;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Tests send from one thread.
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> entry, Callback callback) {
            var sent = super.send(entry, callback);
            if (!held) {
                completeNext();
            }
            return sent;
        }

        @Override
        public List<PartitionInfo> partitionsFor(String topic) {
            super.partitionsFor(topic);
            return IntStream.range(0, 4)
                    .mapToObj(partition -> new PartitionInfo(topic, partition, null, null, null))
                    .toList();
        }
    }

    /** A stand-in that, like a real consumer, takes a rest when there is nothing to read. */
    private static final class PatientConsumer extends MockConsumer<byte[], byte[]> {
        private static final long REST_NANOS = 1_000_000;

        private PatientConsumer() {
            super("latest");
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // It must not keep others out while it rests.
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            var records = super.poll(timeout);
            if (records.isEmpty()) {
                LockSupport.parkNanos(REST_NANOS);
            }
            return records;
        }
    }
}
