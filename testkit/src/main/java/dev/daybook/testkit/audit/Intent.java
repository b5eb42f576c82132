package dev.daybook.testkit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What a command asks for, in short: two commands with one id are the same command if their intents are equal.
 *
 * @param expectedVersion the version that the aggregate must be at; {@value #ANY_VERSION}: any
 * @param payload a hash of the payload and its type
 */
public record Intent(long expectedVersion, long payload) {
    static final long ANY_VERSION = -1;

    /**
     * The intent of a command.
     *
     * @param type the full name of its record
     * @param avro its Avro binary
     */
    public static Intent of(String type, @Nullable Long expectedVersion, ByteBuffer avro) {
        var digest = sha256();
        digest.update(type.getBytes(StandardCharsets.UTF_8));
        digest.update(avro);
        return new Intent(
                expectedVersion == null ? ANY_VERSION : expectedVersion,
                ByteBuffer.wrap(digest.digest()).getLong());
    }

    /** Whether a command that asks for this may take effect at a version. */
    boolean admits(long version) {
        return expectedVersion == ANY_VERSION || expectedVersion == version;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
