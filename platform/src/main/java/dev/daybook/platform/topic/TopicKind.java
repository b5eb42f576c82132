package dev.daybook.platform.topic;

import java.util.Arrays;
import java.util.List;

/** What a topic is for: each kind has its settings in the topic file, and its rules. */
public enum TopicKind {
    COMMANDS("commands"),
    EVENTS("events"),
    REPLIES("replies"),
    DEAD_LETTERS("dead-letters"),
    VIEW_BUILDS("view-builds");

    private final String text;

    TopicKind(String text) {
        this.text = text;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(TopicKind::toString).toList();
    }

    /** Whether it is partitioned by aggregate, so that one more partition would tear aggregates apart. */
    boolean holdsAggregates() {
        return this == COMMANDS || this == EVENTS;
    }

    /** As the last part of a topic's name, and in the topic file. */
    @Override
    public String toString() {
        return text;
    }
}
