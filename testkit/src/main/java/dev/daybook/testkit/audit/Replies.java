package dev.daybook.testkit.audit;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.List;

/** All replies, by the message that they answer. */
final class Replies {
    private final List<LoggedReply> byKey;
    private final List<String> keys;

    Replies(List<LoggedReply> replies) {
        byKey = replies.stream().sorted(comparing(LoggedReply::key)).toList();
        keys = byKey.stream().map(LoggedReply::key).toList();
    }

    /** The replies to a message, committed or not. */
    List<LoggedReply> to(LoggedMessage message) {
        var key = message.replyKey();
        if (key == null) {
            return List.of();
        }
        var found = Collections.binarySearch(keys, key);
        return found < 0 ? List.of() : byKey.subList(first(found, key), last(found, key) + 1);
    }

    private int first(int found, String key) {
        var first = found;
        while (first > 0 && keys.get(first - 1).equals(key)) {
            first--;
        }
        return first;
    }

    private int last(int found, String key) {
        var last = found;
        while (last < keys.size() - 1 && keys.get(last + 1).equals(key)) {
            last++;
        }
        return last;
    }
}
