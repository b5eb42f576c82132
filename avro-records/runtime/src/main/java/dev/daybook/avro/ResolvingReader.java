package dev.daybook.avro;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.ResolvingDecoder;

/**
 * Reads records that were written with another schema, in two steps: what Avro's {@link ResolvingDecoder} makes of the
 * writer's bytes is written as bytes of the reader's schema, and the codec reads those. So a generated codec need not
 * know of resolution.
 */
final class ResolvingReader<T extends AvroRecord> implements RecordReader<T> {
    private final RecordCodec<T> codec;
    private final Schema writer;
    private final Queue<Resolver> idle = new ConcurrentLinkedQueue<>();

    ResolvingReader(RecordCodec<T> codec, Schema writer) {
        this.codec = codec;
        this.writer = Schema.applyAliases(writer, codec.schema());
    }

    @Override
    public T read(byte[] bytes, int offset, int length) {
        Resolver resolver = idle.poll();
        if (resolver == null) {
            resolver = new Resolver(codec.schema(), writer);
        }
        try {
            AvroOutput resolved = resolver.resolve(bytes, offset, length);
            T record = codec.decode(resolved.array(), 0, resolved.length());
            idle.add(resolver); // not after a failure, which leaves Avro's decoder in the middle of a record
            return record;
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
            // The last is what Avro throws at lengths beyond its limits.
            throw new MalformedRecordException(codec.fullName(), String.valueOf(e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw new MalformedRecordException(codec.fullName(), "it is nested too deep", e);
        }
    }
}
