package dev.daybook.benchmarks.roundtrip;

import dev.daybook.benchmarks.workload.Step;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.EventRef;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.message.ReplyTo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Messages that look as those between a gateway and the processor do. */
final class RawMessages {
    private static final String SOURCE = "/bench";

    private final Wire wire;
    private final byte[] outcome = new byte[outcomeLength()];

    RawMessages(Wire wire) {
        this.wire = wire;
    }

    /** A request, ready to be sent. */
    record Request(String id, ProducerRecord<byte[], byte[]> message) {}

    Request request(Step step) {
        var id = UUID.randomUUID().toString();
        var headers = new RecordHeaders();
        var type = ((GenericContainer) step.command()).getSchema().getFullName();
        var replyTo = new ReplyTo(RawTwoHop.REPLIES, RawTwoHop.REPLY_PARTITION, id, Ack.DECIDED);
        new CommandHeaders(id, type, Wire.AGGREGATE, Instant.now(), null, null, null, null, null, replyTo)
                .write(headers, SOURCE, step.orderId());
        return new Request(
                id, new ProducerRecord<>(RawTwoHop.REQUESTS, null, Wire.key(step), wire.value(step), headers));
    }

    /** The reply to a request. */
    ProducerRecord<byte[], byte[]> reply(ConsumerRecord<byte[], byte[]> request) {
        var key = request.headers().lastHeader(HeaderNames.REPLY_KEY).value();
        var headers = new RecordHeaders();
        new ReplyHeaders(
                        new String(key, StandardCharsets.UTF_8),
                        CommandAccepted.CODEC.fullName(),
                        SOURCE,
                        new String(request.key(), StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(request.timestamp()),
                        Wire.AGGREGATE,
                        false,
                        null)
                .write(headers);
        return new ProducerRecord<>(RawTwoHop.REPLIES, RawTwoHop.REPLY_PARTITION, key, outcome, headers);
    }

    private static int outcomeLength() {
        var id = UUID.randomUUID().toString();
        var event = new EventRef(id + ":1", "dev.daybook.orders.ItemAdded", 3);
        return CommandAccepted.CODEC.encode(
                        new CommandAccepted(id, Wire.AGGREGATE, "d200-1-1234", 3, 2, 123_456, List.of(event)))
                .length;
    }
}
