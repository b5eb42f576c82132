package dev.daybook.testkit.audit;

/** The events of a command that are side by side in the log. */
final class EventRun implements Placed {
    private final LoggedEvent first;
    private LoggedEvent last;
    private int count = 1;
    private boolean claimed;

    EventRun(LoggedEvent first) {
        this.first = first;
        this.last = first;
    }

    LoggedEvent first() {
        return first;
    }

    LoggedEvent last() {
        return last;
    }

    int count() {
        return count;
    }

    boolean goesOnWith(LoggedEvent event) {
        return event.aggregateId().equals(first.aggregateId())
                && event.commandId().equals(first.commandId());
    }

    void add(LoggedEvent event) {
        last = event;
        count++;
    }

    /** Notes that the command was found that it follows from. */
    void claim() {
        claimed = true;
    }

    boolean claimed() {
        return claimed;
    }

    @Override
    public String place() {
        return first.place();
    }
}
