package dev.daybook.avro;

/**
 * Reads records of one type from Avro binary of one writer's schema. Thread-safe.
 *
 * @param <T> the records
 */
@FunctionalInterface
public interface RecordReader<T> {

    /**
     * Reads the record that fills {@code length} bytes from {@code offset}.
     *
     * @throws MalformedRecordException if they are not exactly one such record
     */
    T read(byte[] bytes, int offset, int length);
}
