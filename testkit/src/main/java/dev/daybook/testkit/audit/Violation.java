package dev.daybook.testkit.audit;

/**
 * A promise that was not kept.
 *
 * @param place where: the topic's kind, with partition and offset, or the client's operation
 * @param what what was expected and what was found
 */
public record Violation(Rule rule, String place, String what) {

    @Override
    public String toString() {
        return rule + " at " + place + ": " + what;
    }
}
