package dev.daybook.platform.topic;

import java.util.Arrays;
import java.util.List;

/** What a topic is for: each kind has its settings in the topic file, and its rules. */
public enum TopicKind {
    COMMANDS("commands"),
    EVENTS("events"),
    REPLIES("replies"),
    DEAD_LETTERS("dead-letters"),
    VIEW_BUILDS("view-builds"),
    INBOX("inbox"),
    OUTBOX("outbox"),
    PUBLIC("public");

    private final String text;

    TopicKind(String text) {
        this.text = text;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(TopicKind::toString).toList();
    }

    /** Whether it is partitioned by what has a state, so that one more partition would tear that apart. */
    boolean holdsAggregates() {
        return this == COMMANDS || this == EVENTS || this == INBOX;
    }

    /** As it stands in the topic file. */
    @Override
    public String toString() {
        return text;
    }
}
