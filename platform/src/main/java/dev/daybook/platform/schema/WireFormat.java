package dev.daybook.platform.schema;

/** Confluent's wire format: a zero byte, the schema's id in four bytes, big-endian, then Avro binary. */
public final class WireFormat {
    static final byte MAGIC = 0;

    /** The bytes before the Avro binary. */
    public static final int HEADER_LENGTH = 5;

    private WireFormat() {}

    /**
     * The id of the schema that a message was written with.
     *
     * @throws UnreadableMessageException if the bytes do not begin as the format says
     */
    public static int schemaId(byte[] message) {
        if (message.length < HEADER_LENGTH) {
            throw new UnreadableMessageException(
                    "A message has at least %d bytes, magic byte and schema id, but this one has %d"
                            .formatted(HEADER_LENGTH, message.length));
        }
        if (message[0] != MAGIC) {
            throw new UnreadableMessageException(
                    "A message begins with the magic byte 0, but this one with %d; was it ".formatted(message[0])
                            + "written without the schema registry's serializer?");
        }
        return (message[1] & 0xff) << 24 | (message[2] & 0xff) << 16 | (message[3] & 0xff) << 8 | (message[4] & 0xff);
    }

    /** A message of a record that fills the first {@code length} bytes of an array. */
    static byte[] message(int schemaId, byte[] avro, int length) {
        var message = new byte[HEADER_LENGTH + length];
        message[0] = MAGIC;
        message[1] = (byte) (schemaId >>> 24);
        message[2] = (byte) (schemaId >>> 16);
        message[3] = (byte) (schemaId >>> 8);
        message[4] = (byte) schemaId;
        System.arraycopy(avro, 0, message, HEADER_LENGTH, length);
        return message;
    }
}
