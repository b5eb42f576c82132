package dev.daybook.platform.message;

import org.jspecify.annotations.Nullable;

/**
 * Where the sender of a command waits for its outcome.
 *
 * @param topic the topic of replies
 * @param partition the partition that the sender reads
 * @param key what the reply's key shall be, opaque to all but the sender; null: the command's id
 * @param ack what the sender waits for. It changes no outcome; it tells whether there is a hurry to commit
 */
public record ReplyTo(String topic, int partition, @Nullable String key, Ack ack) {

    /** As the header says it: {@code topic:partition}. */
    @Override
    public String toString() {
        return topic + ":" + partition;
    }

    static ReplyTo parse(String value, @Nullable String key, Ack ack) {
        var colon = value.lastIndexOf(':');
        if (colon > 0) {
            try {
                var partition = Integer.parseUnsignedInt(value, colon + 1, value.length(), 10);
                if (partition >= 0) {
                    return new ReplyTo(value.substring(0, colon), partition, key, ack);
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
        }
        throw new MalformedHeaderException(
                HeaderNames.REPLY_TO, value, "a topic and a partition, such as orders.replies:0");
    }
}
