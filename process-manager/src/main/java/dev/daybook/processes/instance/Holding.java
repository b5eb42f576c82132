package dev.daybook.processes.instance;

import dev.daybook.process.HeldInput;
import java.util.List;

/** The port to what is held back for an instance. */
@FunctionalInterface
public interface Holding {
    /** The messages with these numbers, in their order. */
    List<HeldInput> held(String instanceId, long from, long to);
}
