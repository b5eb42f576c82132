package dev.daybook.processes.inbox;

import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.schema.UnknownMessageException;
import dev.daybook.process.HeldInput;
import dev.daybook.process.RetryProcess;
import dev.daybook.process.Trail;
import dev.daybook.process.Trigger;
import dev.daybook.processes.instance.Letter;
import dev.daybook.processes.instance.LetterReader;
import dev.daybook.streams.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;

/** Reads the messages of the inbox of a process: what each is, its {@code ce_type} tells. Thread-safe. */
public final class InboxReader<I> implements LetterReader<I> {
    private static final Set<String> OUTCOMES = Vocabulary.of(Outcome.class).codecs().stream()
            .map(RecordCodec::fullName)
            .collect(Collectors.toUnmodifiableSet());

    /** Where the types of all answers and instructions are, those of other builds included. */
    private static final Set<String> NAMESPACES = Stream.concat(
                    OUTCOMES.stream(), Stream.of(RetryProcess.CODEC.fullName()))
            .map(InboxReader::namespace)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Heard<?, I>> heard;
    private final Set<String> formerly;
    private final Wire<Outcome> outcomes;

    /**
     * A reader.
     *
     * @param heard how the events of each type of aggregate are read that the process hears
     * @param formerly the types of aggregate that it has ceased to hear
     */
    public InboxReader(List<Heard<?, I>> heard, Set<String> formerly, Wire<Outcome> outcomes) {
        this.heard = heard.stream().collect(Collectors.toUnmodifiableMap(Heard::aggregate, Function.identity()));
        this.formerly = formerly;
        this.outcomes = outcomes;
    }

    /**
     * Reads a message.
     *
     * @throws MalformedHeaderException if it has not the headers of what it is
     * @throws dev.daybook.platform.schema.UnreadableMessageException if its value is not what its headers say
     * @throws UnknownMessageException if another build may know what it is
     */
    @Override
    public Letter<I> read(HeldInput message) {
        var headers = Raw.headers(message);
        var type = Raw.text(headers, HeaderNames.TYPE);
        if (OUTCOMES.contains(type)) {
            return reply(message, headers);
        }
        if (type.equals(RetryProcess.CODEC.fullName())) {
            return retry(message, headers);
        }
        if (NAMESPACES.contains(namespace(type))) {
            throw new UnknownMessageException(
                    "Answers and instructions of the type '%s' are unknown here".formatted(type));
        }
        return event(message, headers);
    }

    private static String namespace(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private Letter<I> reply(HeldInput message, Headers headers) {
        var reply = ReplyHeaders.read(headers);
        var outcome = outcomes.decode(message.value().toByteArray());
        return new Letter.Reply<>(
                new Trigger(reply.commandId(), reply.type(), reply.aggregateType(), reply.subject()),
                message,
                reply.commandId(),
                outcome,
                reply.time());
    }

    private Letter<I> retry(HeldInput message, Headers headers) {
        var instruction = CommandHeaders.read(headers);
        if (instruction.id() == null) {
            throw new MalformedHeaderException(HeaderNames.ID, null, "an id");
        }
        return new Letter.Retry<>(
                new Trigger(instruction.id(), RetryProcess.CODEC.fullName(), "", ""),
                message,
                instruction.id(),
                instruction.principal());
    }

    private Letter<I> event(HeldInput message, Headers headers) {
        var event = EventHeaders.read(headers);
        var trigger = new Trigger(event.id(), event.type(), event.aggregateType(), event.subject());
        var subscription = heard.get(event.aggregateType());
        if (subscription == null) {
            if (formerly.contains(event.aggregateType())) {
                return new Letter.Unheard<>(trigger, message);
            }
            throw new UnknownMessageException(
                    ("The process hears no events of aggregates of the type '%s' here, but of %s. It waits for a build"
                                    + " that does; if none is to hear them any more, declare that with formerlyHearing")
                            .formatted(event.aggregateType(), new TreeSet<>(heard.keySet())));
        }
        return new Letter.Event<>(
                trigger,
                message,
                new Trail(event.correlationId(), event.id(), event.principal(), event.traceparent()),
                event.aggregateType() + "/" + event.subject(),
                event.sequence(),
                subscription.input(message.value().toByteArray(), event.metadata()),
                event.metadata());
    }
}
