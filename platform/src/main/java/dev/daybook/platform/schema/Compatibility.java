package dev.daybook.platform.schema;

/** What a new version of a schema owes to the versions before it, as registries name it. */
public enum Compatibility {
    /** Nothing. */
    NONE(false, false, false),
    /** It reads what the last version wrote. */
    BACKWARD(true, false, false),
    /** It reads what any version wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The last version reads what it writes. */
    FORWARD(false, true, false),
    /** Every version reads what it writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** It and the last version read each other. */
    FULL(true, true, false),
    /** It and every version read each other. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Compatibility(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** Whether the new version must read what earlier ones wrote. */
    public boolean backward() {
        return backward;
    }

    /** Whether earlier versions must read what the new one writes. */
    public boolean forward() {
        return forward;
    }

    /** Whether that holds against all earlier versions, not just the last. */
    public boolean transitive() {
        return transitive;
    }
}
