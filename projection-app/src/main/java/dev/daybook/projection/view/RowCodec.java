package dev.daybook.projection.view;

import dev.daybook.avro.AvroRecord;
import dev.daybook.core.View;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the entries of a view's rows: position and version as variable-length integers, then the row in wire
 * format, or nothing where there is no row. Thread-safe.
 */
public final class RowCodec<R> {
    private static final byte[] NO_ROW = {};

    private final String topic;
    private final Class<R> type;
    private final Serializer<AvroRecord> serializer;
    private final Deserializer<? extends AvroRecord> deserializer;

    private RowCodec(
            String topic,
            Class<R> type,
            Serializer<AvroRecord> serializer,
            Deserializer<? extends AvroRecord> deserializer) {
        this.topic = topic;
        this.type = type;
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** The codec of a view's rows, whose schema all builds of a version share. */
    public static <R> RowCodec<R> of(View<?, R> view, ViewNames names, RecordSerdes serdes) {
        var type = view.rows().asSubclass(AvroRecord.class);
        return new RowCodec<>(names.rows(), view.rows(), serializer(type, serdes), serdes.deserializer(type));
    }

    @SuppressWarnings("unchecked") // it is given rows of the type only: encode() takes no others
    private static Serializer<AvroRecord> serializer(Class<? extends AvroRecord> type, RecordSerdes serdes) {
        return (Serializer<AvroRecord>) serdes.serializer(type);
    }

    /** An entry as it is kept. */
    public byte[] encode(RowEntry<R> entry) {
        var body = encodeRow(entry.row());
        var buffer = ByteBuffer.allocate(Varint.size(entry.position()) + Varint.size(entry.version()) + body.length);
        Varint.write(entry.position(), buffer);
        Varint.write(entry.version(), buffer);
        return buffer.put(body).array();
    }

    /** The entry that was kept. */
    public RowEntry<R> decode(byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        var position = Varint.read(buffer);
        var version = Varint.read(buffer);
        var body = new byte[buffer.remaining()];
        buffer.get(body);
        return new RowEntry<>(position, version, decodeRow(body));
    }

    /** A row in wire format; nothing for none. */
    public byte[] encodeRow(@Nullable R row) {
        return row == null ? NO_ROW : serializer.serialize(topic, (AvroRecord) row);
    }

    /** The row in wire format, or null for none. */
    public @Nullable R decodeRow(byte[] body) {
        return body.length == 0 ? null : type.cast(deserializer.deserialize(topic, body));
    }
}
