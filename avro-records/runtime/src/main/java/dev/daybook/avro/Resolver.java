package dev.daybook.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Rewrites Avro binary of a writer's schema as Avro binary of a reader's schema. Reusable; not thread-safe. */
final class Resolver {
    private final Schema reader;
    private final ResolvingDecoder in;
    private final AvroOutput out = new AvroOutput();
    private final AvroOutput reordered = new AvroOutput(0);
    private final Utf8 text = new Utf8();
    private @Nullable BinaryDecoder source;
    private @Nullable ByteBuffer buffer;

    Resolver(Schema reader, Schema writer) {
        this.reader = reader;
        try {
            this.in = DecoderFactory.get().resolvingDecoder(writer, reader, null);
        } catch (IOException e) {
            throw new UncheckedIOException("Resolving schemas does no I/O", e);
        }
    }

    /** The bytes of the reader's schema, good until the next call. */
    AvroOutput resolve(byte[] bytes, int offset, int length) throws IOException {
        out.reset();
        source = DecoderFactory.get().binaryDecoder(bytes, offset, length, source);
        in.configure(source);
        copy(reader);
        in.drain();
        if (!source.isEnd()) {
            throw new IOException("bytes are left after its end");
        }
        return out;
    }

    private void copy(Schema schema) throws IOException {
        switch (schema.getType()) {
            case NULL -> in.readNull();
            case BOOLEAN -> out.writeBoolean(in.readBoolean());
            case INT -> out.writeInt(in.readInt());
            case LONG -> out.writeLong(in.readLong());
            case FLOAT -> out.writeFloat(in.readFloat());
            case DOUBLE -> out.writeDouble(in.readDouble());
            case STRING -> copyString();
            case BYTES -> copyBytes();
            case ENUM -> out.writeInt(in.readEnum());
            case UNION -> copyBranch(schema.getTypes());
            case ARRAY -> copyArray(schema.getElementType());
            case MAP -> copyMap(schema.getValueType());
            case RECORD -> copyFields(schema.getFields());
            case FIXED -> throw new IllegalArgumentException("No record is generated with fixed: " + schema);
        }
    }

    private void copyString() throws IOException {
        Utf8 utf8 = in.readString(text);
        out.writeBytes(utf8.getBytes(), 0, utf8.getByteLength());
    }

    private void copyBytes() throws IOException {
        buffer = in.readBytes(buffer);
        out.writeBytes(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }

    private void copyBranch(List<Schema> branches) throws IOException {
        int branch = in.readIndex();
        out.writeInt(branch);
        copy(branches.get(branch));
    }

    private void copyArray(Schema item) throws IOException {
        for (long count = in.readArrayStart(); count > 0; count = in.arrayNext()) {
            out.startItems((int) count);
            for (long i = 0; i < count; i++) {
                copy(item);
            }
        }
        out.endItems();
    }

    private void copyMap(Schema value) throws IOException {
        for (long count = in.readMapStart(); count > 0; count = in.mapNext()) {
            out.startItems((int) count);
            for (long i = 0; i < count; i++) {
                copyString();
                copy(value);
            }
        }
        out.endItems();
    }

    /** The fields come in the writer's order, and with their defaults last; they go out in the reader's order. */
    private void copyFields(List<Schema.Field> fields) throws IOException {
        Schema.Field[] order = in.readFieldOrderIfDiff();
        if (order == null) {
            for (Schema.Field field : fields) {
                copy(field.schema());
            }
            return;
        }
        int start = out.length();
        int[] starts = new int[order.length];
        int[] ends = new int[order.length];
        for (Schema.Field field : order) {
            starts[field.pos()] = out.length();
            copy(field.schema());
            ends[field.pos()] = out.length();
        }
        reordered.reset();
        for (int i = 0; i < order.length; i++) {
            reordered.append(out.array(), starts[i], ends[i] - starts[i]);
        }
        out.overwrite(start, reordered);
    }
}
