package dev.daybook.benchmarks.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Avro's encoder, decoder and buffer, kept between calls as Avro recommends. */
final class AvroBinary<T> {
    private final DatumWriter<T> writer;
    private final DatumReader<T> reader;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    AvroBinary(DatumWriter<T> writer, DatumReader<T> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    byte[] write(T value) throws IOException {
        buffer.reset();
        encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
        writer.write(value, encoder);
        encoder.flush();
        return buffer.toByteArray();
    }

    @SuppressWarnings("NullAway") // Avro takes null for a new object
    T read(byte[] bytes) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
        return reader.read(null, decoder);
    }
}
