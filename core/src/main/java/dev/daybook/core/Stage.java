package dev.daybook.core;

/** Where an instance of a business process stands, by its own account. */
public enum Stage {
    /** On its way. */
    RUNNING,
    /** Undoing what it has done. */
    COMPENSATING,
    /** At its end, whichever. */
    COMPLETED
}
