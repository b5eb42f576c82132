package dev.daybook.testkit.determinism;

import java.util.ArrayList;
import java.util.List;

/**
 * The course that one life or one story takes in a world. What decider or process throw ends a message as it does in an app, and
 * what comes next meets the state before it. That a command has an aggregate to go to is not looked at.
 */
abstract sealed class Course permits Deciding, Telling {
    private final int length;
    private final List<byte[]> verdicts = new ArrayList<>();

    Course(int length) {
        this.length = length;
    }

    int length() {
        return length;
    }

    /** What became of each message so far. */
    List<byte[]> verdicts() {
        return verdicts;
    }

    void toTheEnd() {
        while (verdicts.size() < length) {
            step();
        }
    }

    /** Takes the next message. */
    void step() {
        verdicts.add(take(verdicts.size()));
    }

    /** Takes a message, and says what becomes of it. */
    abstract byte[] take(int number);
}
