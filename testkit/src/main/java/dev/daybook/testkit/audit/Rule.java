package dev.daybook.testkit.audit;

/** A promise of the write side that an audit looks at. */
public enum Rule {
    POSITIONS("the events of a partition are counted 1, 2, 3 … in the order of the log"),
    VERSIONS("the events of an aggregate are counted 1, 2, 3 … in the order of the log"),
    EVENT_IDS("the events of a command are <command id>:1, <command id>:2 … in the order of the log"),
    EVENTS_ONCE("the events of a command are in the log once, side by side"),
    ORIGIN("every event follows from a command in the same partition"),
    ORDER("events are in the order of their commands"),
    ATOMICITY("the events of a command are in the log wholly or not at all"),
    EXPECTED_VERSION("a command takes effect only at the version that it expects, and a conflict names the true one"),
    ANSWER("an answer says what the log holds"),
    SAME_ANSWER("a command has one answer, however often it is asked for and whether or not it was committed"),
    REUSE("the id of a command is refused to another"),
    ANSWERED_ONCE("every command that someone waits for is answered once"),
    DURABILITY("what was acknowledged is in the log"),
    SENDINGS("a command is in the log no more often than it was sent, and not if it was said not to be"),
    REAL_TIME("what was answered before another command was sent is before it in the log");

    private final String promise;

    Rule(String promise) {
        this.promise = promise;
    }

    /** What is promised, as part of a sentence. */
    public String promise() {
        return promise;
    }
}
