package dev.daybook.testkit.audit;

/**
 * A committed event.
 *
 * @param commandId the id of the command that it follows from
 * @param number which of the command's events it is by its id, {@code <command id>:<number>}; 0: its id is not like that
 * @param version the aggregate's version that it says it made
 * @param position the count of events in its partition that it says it made
 */
public record LoggedEvent(
        int partition, long offset, String aggregateId, String commandId, int number, long version, long position)
        implements Placed {

    boolean follows(String aggregate, String command) {
        return aggregateId.equals(aggregate) && commandId.equals(command);
    }

    @Override
    public String place() {
        return "events " + partition + "@" + offset;
    }
}
