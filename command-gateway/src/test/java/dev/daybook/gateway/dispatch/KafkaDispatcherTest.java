package dev.daybook.gateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.daybook.gateway.catalog.AggregateType;
import dev.daybook.gateway.reply.Ack;
import dev.daybook.gateway.reply.Reply;
import dev.daybook.gateway.reply.ReplyInbox;
import dev.daybook.http.Problem;
import dev.daybook.http.ProblemException;
import dev.daybook.inquiry.FindOutcome;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dispatcher and its inbox, with Kafka's own stand-ins for the broker. */
class KafkaDispatcherTest {
    private static final TopicPartition REPLIES = new TopicPartition("orders.replies", 2);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Instant NOW = Instant.parse("2026-11-01T12:30:00Z");

    private final RecordSerdes serdes = new RecordSerdes(new InMemorySchemaRegistry());
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Map<Ack, MockConsumer<byte[], byte[]>> consumers = new EnumMap<>(Ack.class);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ReplyInbox inbox = new ReplyInbox(REPLIES, this::consumer, serdes.deserializer(Outcome.class));
    private final KafkaDispatcher dispatcher = new KafkaDispatcher(
            new CommandLog(producer, serdes, Clock.fixed(NOW, ZoneOffset.UTC)), Map.of("orders", inbox));
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
        await().until(() -> inbox.whyNotReady().equals("It has no connection to a Kafka broker"));
    }

    @AfterEach
    void close() {
        inbox.close();
        callers.close();
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void appends_a_command_with_its_headers() {
        var message = new Message(command("c1"), "c1", new ConfirmOrder(), 5L, TRACE, "alice");

        assertThat(dispatcher.dispatch(message, new Patience(Ack.ACCEPTED, LONG)))
                .isEmpty();

        var entry = producer.history().getFirst();
        assertThat(entry.topic()).isEqualTo("orders.order.commands");
        assertThat(new String(entry.key(), UTF_8)).isEqualTo("10248");
        assertThat(entry.partition()).isNull();
        assertThat(serdes.deserializer(ConfirmOrder.class).deserialize(entry.topic(), entry.headers(), entry.value()))
                .isEqualTo(new ConfirmOrder());
        assertThat(CommandHeaders.read(entry.headers()))
                .isEqualTo(new CommandHeaders(
                        "c1", "dev.daybook.orders.ConfirmOrder", "order", NOW, 5L, null, null, "alice", TRACE, null));
        assertThat(header(entry, "ce_subject")).isEqualTo("10248");
        assertThat(header(entry, "ce_source")).isEqualTo("/command-gateway");
    }

    @Test
    void hands_over_the_reply_with_its_key() {
        var answer = dispatch("c1", Ack.COMMITTED);
        var replyTo = replyTo(0);
        assertThat(replyTo.topic()).isEqualTo(REPLIES.topic());
        assertThat(replyTo.partition()).isEqualTo(REPLIES.partition());

        deliver(Ack.COMMITTED, "another", outcome("c2"), false);
        deliver(Ack.COMMITTED, key(replyTo), outcome("c1"), true);

        assertThat(answer.join()).contains(new Reply(outcome("c1"), true));
    }

    @Test
    void waits_for_the_commit_unless_told_otherwise() {
        var committed = dispatch("c1", Ack.COMMITTED);
        var decided = dispatch("c2", Ack.DECIDED);
        var first = replyTo(0);
        var second = replyTo(1);
        var ofFirst =
                producer.history().getFirst().headers().lastHeader("ce_id").value();
        var committedKey = new String(ofFirst, UTF_8).equals("c1") ? key(first) : key(second);
        var decidedKey = committedKey.equals(key(first)) ? key(second) : key(first);

        deliver(Ack.DECIDED, committedKey, outcome("c1"), false);
        deliver(Ack.DECIDED, decidedKey, outcome("c2"), false);

        assertThat(decided.join()).contains(new Reply(outcome("c2"), false));
        assertThat(committed).isNotDone();
        deliver(Ack.COMMITTED, committedKey, outcome("c1"), false);
        assertThat(committed.join()).contains(new Reply(outcome("c1"), false));
    }

    @Test
    void takes_a_committed_reply_where_a_decided_one_would_do() {
        var answer = dispatch("c1", Ack.DECIDED);

        deliver(Ack.COMMITTED, key(replyTo(0)), outcome("c1"), false);

        assertThat(answer.join()).isPresent();
    }

    @Test
    void ignores_replies_that_it_cannot_read() {
        var answer = dispatch("c1", Ack.COMMITTED);
        var key = key(replyTo(0));

        add(Ack.COMMITTED, key, "no outcome".getBytes(UTF_8), new RecordHeaders());
        add(Ack.COMMITTED, key, bytes(outcome("c1")), new RecordHeaders());
        deliver(Ack.COMMITTED, key, outcome("c1"), false);

        assertThat(answer.join()).contains(new Reply(outcome("c1"), false));
    }

    @Test
    void gives_up_when_the_wait_is_over() {
        assertThat(dispatcher.dispatch(message("c1"), new Patience(Ack.COMMITTED, Duration.ofMillis(10))))
                .isEmpty();
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void lets_all_go_when_it_is_released() {
        var before = dispatch("c1", Ack.COMMITTED);
        replyTo(0);

        inbox.release();

        assertThat(before.join()).isEmpty();
        assertThat(dispatch("c2", Ack.COMMITTED).join()).isEmpty();
    }

    @Test
    void says_that_nothing_is_appended_when_kafka_cannot_be_found() {
        producer.partitionsForException = new TimeoutException("no metadata");

        var problem = problem(message("c1"));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("log-unavailable");
        assertThat(problem.extensions()).containsEntry("appended", "no").containsEntry("commandId", "c1");
        assertThat(problem.headers()).containsKey("Retry-After");
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void says_that_nothing_is_appended_when_nothing_more_can_be_buffered() {
        producer.sendException = new BufferExhaustedException("full");

        assertThat(problem(message("c1")).extensions()).containsEntry("appended", "no");
    }

    @Test
    void says_that_nobody_knows_when_kafka_does_not_confirm() {
        producer.sendException = new TimeoutException("Expiring 1 record(s)");

        var problem = problem(message("c1"));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.extensions()).containsEntry("appended", "unknown").containsEntry("commandId", "c1");
        assertThat(problem.detail()).contains("Idempotency-Key");
    }

    @Test
    void says_that_an_outcome_cannot_be_asked_for() {
        producer.sendException = new TimeoutException("Expiring 1 record(s)");
        var inquiry = new Message(command("c1"), "q1", new FindOutcome("c1"), null, TRACE, null);

        var problem = problem(inquiry);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.extensions()).isEmpty();
    }

    @Test
    void says_that_a_record_is_too_large() {
        producer.sendException = new RecordTooLargeException("1 MiB");

        assertThat(problem(message("c1")).status()).isEqualTo(413);
    }

    private Problem problem(Message message) {
        return Objects.requireNonNull(catchThrowableOfType(
                        ProblemException.class, () -> dispatcher.dispatch(message, new Patience(Ack.COMMITTED, LONG))))
                .problem();
    }

    private CompletableFuture<Optional<Reply>> dispatch(String id, Ack ack) {
        return CompletableFuture.supplyAsync(() -> dispatcher.dispatch(message(id), new Patience(ack, LONG)), callers);
    }

    private static Message message(String id) {
        return new Message(command(id), id, new ConfirmOrder(), null, TRACE, null);
    }

    private static CommandRef command(String id) {
        return new CommandRef(new AggregateType("orders", "order", "orders.order.commands", List.of()), "10248", id);
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
