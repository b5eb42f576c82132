package dev.daybook.chaos.nemesis;

import java.util.List;
import java.util.Locale;

/** A kind of trouble that can be chosen. */
public enum Nemesis {
    KILL(Fault.KILL_PROCESSOR, Fault.RESTART_PROCESSOR),
    PAUSE(Fault.PAUSE_PROCESSOR),
    BROKER(Fault.STOP_BROKER, Fault.KILL_BROKER),
    GATEWAY(Fault.KILL_GATEWAY),
    PROCESSES(Fault.KILL_PROCESS_MANAGER, Fault.RESTART_PROCESS_MANAGER, Fault.PAUSE_PROCESS_MANAGER);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<Fault> faults;

    Nemesis(Fault... faults) {
        this.faults = List.of(faults);
    }

    List<Fault> faults() {
        return faults;
    }

    /** As it stands on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
