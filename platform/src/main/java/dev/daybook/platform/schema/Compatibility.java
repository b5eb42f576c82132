package dev.daybook.platform.schema;

import dev.daybook.avro.SchemaFaults;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

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

    /**
     * What keeps a schema from being the next version, one sentence each with field and rule; none if it may be.
     *
     * @param versions the versions so far, oldest first
     */
    public List<String> faults(Schema candidate, List<Schema> versions) {
        var faults = new ArrayList<String>();
        for (var i = transitive ? 0 : Math.max(0, versions.size() - 1); i < versions.size(); i++) {
            if (backward) {
                for (var fault : SchemaFaults.of(candidate, versions.get(i))) {
                    faults.add("it cannot read what version %d wrote: %s".formatted(i + 1, fault));
                }
            }
            if (forward) {
                for (var fault : SchemaFaults.of(versions.get(i), candidate)) {
                    faults.add("version %d cannot read what it writes: %s".formatted(i + 1, fault));
                }
            }
        }
        return faults;
    }
}
