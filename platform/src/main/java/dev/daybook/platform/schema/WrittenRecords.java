package dev.daybook.platform.schema;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;

/** Reads messages of whatever type by the schemas that they were written with. Thread-safe. */
public final class WrittenRecords {
    private final SchemaRegistry registry;
    private final Map<Integer, GenericDatumReader<IndexedRecord>> readers = new ConcurrentHashMap<>();

    public WrittenRecords(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * The record in a message.
     *
     * @throws UnreadableMessageException if it is none, or its schema is not in the registry
     * @throws RegistryUnavailableException if that cannot be known now
     */
    public IndexedRecord read(byte[] message) {
        var reader = reader(WireFormat.schemaId(message));
        var body = DecoderFactory.get()
                .binaryDecoder(message, WireFormat.HEADER_LENGTH, message.length - WireFormat.HEADER_LENGTH, null);
        try {
            return reader.read(null, body);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessageException("It is not what its schema says: " + e.getMessage(), e);
        }
    }

    private GenericDatumReader<IndexedRecord> reader(int id) {
        var known = readers.get(id);
        return known == null ? readers.computeIfAbsent(id, this::learn) : known;
    }

    private GenericDatumReader<IndexedRecord> learn(int id) {
        try {
            return new GenericDatumReader<>(registry.byId(id));
        } catch (UnknownSchemaIdException e) {
            throw new UnknownMessageException(String.valueOf(e.getMessage()), e);
        }
    }
}
