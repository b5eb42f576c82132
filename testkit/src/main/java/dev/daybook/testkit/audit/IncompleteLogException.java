package dev.daybook.testkit.audit;

/** A topic cannot be audited, because it is not there from its first record to its last. */
public final class IncompleteLogException extends RuntimeException {

    IncompleteLogException(String topic, String found) {
        super("Expected %s from its first record to its last, but %s".formatted(topic, found));
    }
}
