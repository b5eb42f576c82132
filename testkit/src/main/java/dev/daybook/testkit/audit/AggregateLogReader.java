package dev.daybook.testkit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.inquiry.FindOutcome;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.WireFormat;
import dev.daybook.platform.topic.ContextTopics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from Kafka what an audit looks at, as any consumer could. What is no message to an aggregate, for want of a key, a
 * value or readable headers, is passed over: it goes to the dead letters and changes nothing.
 */
public final class AggregateLogReader {
    /** A transaction that lost its producer is aborted sooner. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, Object> kafka;
    private final ContextTopics topics;
    private final String aggregateType;
    private final Deserializer<FindOutcome> questions;
    private final Deserializer<Outcome> outcomes;
    private final Map<String, String> names = new HashMap<>();

    /**
     * A reader of the log of one type of aggregate.
     *
     * @param kafka how Kafka is reached
     * @param context the name of the bounded context
     */
    public AggregateLogReader(Map<String, Object> kafka, RecordSerdes serdes, String context, String aggregateType) {
        this.kafka = Map.copyOf(kafka);
        this.topics = new ContextTopics(context);
        this.aggregateType = aggregateType;
        this.questions = serdes.deserializer(FindOutcome.class);
        this.outcomes = serdes.deserializer(Outcome.class);
    }

    /**
     * Reads everything that is there now.
     *
     * @throws IncompleteLogException if a topic's first records are gone, or a transaction stays open
     */
    public AggregateLog read() {
        var log = new AggregateLog(messages(), events(), replies());
        names.clear();
        return log;
    }

    private List<LoggedMessage> messages() {
        var messages = new ArrayList<LoggedMessage>();
        topic(topics.commands(aggregateType)).read(IsolationLevel.READ_UNCOMMITTED, entry -> {
            var message = message(entry);
            if (message != null) {
                messages.add(message);
            }
        });
        return messages;
    }

    private @Nullable LoggedMessage message(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null || entry.value() == null || entry.value().length < WireFormat.HEADER_LENGTH) {
            return null;
        }
        try {
            return message(entry, CommandHeaders.read(entry.headers()));
        } catch (MalformedHeaderException e) {
            return null;
        }
    }

    private LoggedMessage message(ConsumerRecord<byte[], byte[]> entry, CommandHeaders headers) {
        var aggregateId = name(new String(entry.key(), UTF_8));
        var replyTo = asksForReply(headers) ? headers.replyTo() : null;
        var id = headers.id() == null
                ? entry.topic() + "-" + entry.partition() + "-" + entry.offset()
                : name(headers.id());
        var replyKey = replyTo == null ? null : replyTo.key() == null ? id : name(replyTo.key());
        if (FindOutcome.CODEC.fullName().equals(headers.type())) {
            var asked = questions.deserialize(entry.topic(), entry.value()).commandId();
            return new LoggedMessage.Asked(entry.partition(), entry.offset(), aggregateId, name(asked), replyKey);
        }
        var avro = ByteBuffer.wrap(entry.value()).position(WireFormat.HEADER_LENGTH);
        var intent = Intent.of(Objects.requireNonNullElse(headers.type(), ""), headers.expectedVersion(), avro);
        return new LoggedMessage.Sent(entry.partition(), entry.offset(), aggregateId, id, replyKey, intent);
    }

    /** What a business process sends is answered in its inbox, which is no topic of replies. */
    private boolean asksForReply(CommandHeaders headers) {
        return headers.replyTo() != null && headers.replyTo().topic().equals(topics.replies());
    }

    private List<LoggedEvent> events() {
        var events = new ArrayList<LoggedEvent>();
        topic(topics.events(aggregateType)).read(IsolationLevel.READ_COMMITTED, entry -> events.add(event(entry)));
        return events;
    }

    private LoggedEvent event(ConsumerRecord<byte[], byte[]> entry) {
        var headers = EventHeaders.read(entry.headers());
        return new LoggedEvent(
                entry.partition(),
                entry.offset(),
                name(new String(entry.key(), UTF_8)),
                name(headers.commandId()),
                number(headers),
                headers.sequence(),
                headers.position());
    }

    private static int number(EventHeaders headers) {
        var prefix = headers.commandId() + ":";
        var number = headers.id().startsWith(prefix) ? headers.id().substring(prefix.length()) : "";
        return number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0;
    }

    private List<LoggedReply> replies() {
        var committed = new HashMap<Integer, BitSet>();
        topic(topics.replies())
                .read(
                        IsolationLevel.READ_COMMITTED,
                        entry -> committed
                                .computeIfAbsent(entry.partition(), partition -> new BitSet())
                                .set(Math.toIntExact(entry.offset())));
        var replies = new ArrayList<LoggedReply>();
        topic(topics.replies()).read(IsolationLevel.READ_UNCOMMITTED, entry -> {
            if (ReplyHeaders.read(entry.headers()).aggregateType().equals(aggregateType)) {
                replies.add(reply(entry, committed.getOrDefault(entry.partition(), new BitSet())));
            }
        });
        return replies;
    }

    private LoggedReply reply(ConsumerRecord<byte[], byte[]> entry, BitSet committed) {
        return new LoggedReply(
                entry.partition(),
                entry.offset(),
                name(new String(entry.key(), UTF_8)),
                Verdict.of(outcomes.deserialize(entry.topic(), entry.value())),
                committed.get(Math.toIntExact(entry.offset())));
    }

    private WholeTopic topic(String name) {
        return new WholeTopic(kafka, name, PATIENCE);
    }

    /** The same object for equal names, because each occurs in commands, events and replies. */
    private String name(String name) {
        return names.computeIfAbsent(name, same -> same);
    }
}
