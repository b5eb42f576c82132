package dev.daybook.avro.maven;

import dev.daybook.avro.SchemaFault;
import dev.daybook.avro.SchemaFaults;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What the present schema of a message owes to each of its released versions. */
enum Compatibility {
    /** Nothing. */
    NONE(false, false),
    /** It reads what they wrote. */
    BACKWARD(true, false),
    /** They read what it writes. */
    FORWARD(false, true),
    /** Both. */
    FULL(true, true);

    private final boolean backward;
    private final boolean forward;

    Compatibility(boolean backward, boolean forward) {
        this.backward = backward;
        this.forward = forward;
    }

    /** What keeps the schema from fitting to a released one, in words. */
    Stream<String> faults(Schema present, Schema released) {
        return Stream.concat(
                describe(
                        backward ? SchemaFaults.of(present, released) : List.of(), "cannot read what was written with"),
                describe(forward ? SchemaFaults.of(released, present) : List.of(), "writes what cannot be read with"));
    }

    private Stream<String> describe(List<SchemaFault> faults, String relation) {
        return faults.stream()
                .map(fault -> fault + " (" + this + ": the present schema " + relation + " the released one)");
    }
}
