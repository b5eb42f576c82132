package dev.daybook.testkit.audit;

/**
 * A command as it is in the log: where it is first, how often, and what its senders know of that. The same id with
 * another intent is another command.
 */
final class Occurrence implements Placed {
    private static final long NEVER = Long.MAX_VALUE;

    private final LoggedMessage.Sent first;
    private int count = 1;
    private int acknowledged;
    private int possible;
    private long invoked = NEVER;
    private long completed = NEVER;

    Occurrence(LoggedMessage.Sent first) {
        this.first = first;
    }

    LoggedMessage.Sent first() {
        return first;
    }

    /** Notes that it is in the log once more. */
    void again() {
        count++;
    }

    /** Notes what a client knows of sending it. */
    void sent(Operation operation) {
        if (operation.possible()) {
            possible++;
            invoked = Math.min(invoked, operation.invoked());
        }
        if (operation.acknowledged()) {
            acknowledged++;
            completed = Math.min(completed, operation.completed());
        }
    }

    /** When the first client that can have sent it did; never, if it was another's. */
    long invoked() {
        return invoked;
    }

    /** When a client first knew that it is in the log. */
    long completed() {
        return completed;
    }

    /** Whether it was a client that sent it; a business process, for one, is none. */
    boolean isOfClients() {
        return invoked != NEVER || completed != NEVER;
    }

    void checkSendings(Findings findings) {
        if (isOfClients() && (count < acknowledged || count > possible)) {
            findings.add(
                    Rule.SENDINGS,
                    this,
                    "expected %s %d to %d times, as it was sent, but found it %d times"
                            .formatted(first.commandId(), acknowledged, possible, count));
        }
    }

    @Override
    public String place() {
        return first.place();
    }
}
