package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Where the next page of an answer begins: after a key. To callers it is opaque. It holds a checksum of the question and
 * the key, so that a cursor of another question is told from one of this.
 */
final class Cursor {
    private final String question;

    private Cursor(String question) {
        this.question = question;
    }

    /** The cursors of a question to a view. */
    static Cursor of(String view, Map<String, String> filters) {
        return new Cursor(view + new TreeMap<>(filters));
    }

    String encode(String key) {
        var bytes = key.getBytes(UTF_8);
        var cursor = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(checksum(bytes))
                .put(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /** The key; empty if this is no cursor of the question. */
    Optional<String> decode(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() <= Integer.BYTES) {
                return Optional.empty();
            }
            var checksum = bytes.getInt();
            var key = new byte[bytes.remaining()];
            bytes.get(key);
            return checksum == checksum(key) ? Optional.of(new String(key, UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private int checksum(byte[] key) {
        var checksum = new CRC32();
        checksum.update(question.getBytes(UTF_8));
        checksum.update(key);
        return (int) checksum.getValue();
    }
}
