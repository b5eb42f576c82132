package dev.daybook.processor.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What tells two commands with one id apart: the first 128 bits of a SHA-256 over the type, the expected version and
 * the payload.
 */
public record Fingerprint(long high, long low) {
    /** That of a message that is no command. */
    static final Fingerprint NONE = new Fingerprint(0, 0);

    private static final long ANY_VERSION = -1;

    /**
     * The fingerprint of a command.
     *
     * @param type the full name of its record
     * @param payload its Avro binary
     */
    public static Fingerprint of(String type, @Nullable Long expectedVersion, ByteBuffer payload) {
        var digest = sha256();
        digest.update(type.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES)
                .putLong(expectedVersion == null ? ANY_VERSION : expectedVersion)
                .flip());
        digest.update(payload);
        var hash = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
