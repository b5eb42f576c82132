package dev.daybook.cli.trace;

/**
 * What a message is known by: its id is unique only beside its aggregate's.
 *
 * @param owner the type of aggregate, or the process
 * @param ownerId the aggregate's id, or the instance's
 */
record Ref(String owner, String ownerId, String id) {

    /** The aggregate or the instance, for a person. */
    String whose() {
        return owner + " " + ownerId;
    }
}
