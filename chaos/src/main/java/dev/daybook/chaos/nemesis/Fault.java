package dev.daybook.chaos.nemesis;

import dev.daybook.chaos.fleet.Fleet;
import dev.daybook.chaos.fleet.Member;
import java.util.List;
import java.util.Locale;

/** A way to break a process of the fleet, and to mend it again. */
public enum Fault {
    /** A processor is killed, and comes back only after the other has missed it and taken over. */
    KILL_PROCESSOR,
    /** A processor is killed, and at once buried and started again, as the supervisor does. */
    RESTART_PROCESSOR,
    /** A processor stands still until all that it had is the other's, and then goes on as if no time had passed. */
    PAUSE_PROCESSOR,
    /** A process manager is killed, and comes back only after the other has missed it and taken over. */
    KILL_PROCESS_MANAGER,
    /** A process manager is killed, and at once buried and started again, as the supervisor does. */
    RESTART_PROCESS_MANAGER,
    /** A process manager stands still until all that it had is the other's, and then goes on as if no time had passed. */
    PAUSE_PROCESS_MANAGER,
    /** The broker ends in order, and comes back. */
    STOP_BROKER,
    /** The broker is killed, and comes back. */
    KILL_BROKER,
    /** A gateway is killed with all requests that it has, and comes back. */
    KILL_GATEWAY;

    /** Whom it can strike. */
    List<Member> targets(Fleet fleet) {
        return switch (this) {
            case KILL_PROCESSOR, RESTART_PROCESSOR, PAUSE_PROCESSOR -> fleet.processors();
            case KILL_PROCESS_MANAGER, RESTART_PROCESS_MANAGER, PAUSE_PROCESS_MANAGER -> fleet.processManagers();
            case STOP_BROKER, KILL_BROKER -> List.of(fleet.broker());
            case KILL_GATEWAY -> fleet.gateways();
        };
    }

    void inflict(Member target) throws InterruptedException {
        switch (this) {
            case KILL_PROCESSOR,
                    RESTART_PROCESSOR,
                    KILL_PROCESS_MANAGER,
                    RESTART_PROCESS_MANAGER,
                    KILL_BROKER,
                    KILL_GATEWAY -> target.kill();
            case STOP_BROKER -> target.stop();
            case PAUSE_PROCESSOR, PAUSE_PROCESS_MANAGER -> target.pause();
        }
    }

    void mend(Member target) throws InterruptedException {
        switch (this) {
            case KILL_PROCESSOR, KILL_PROCESS_MANAGER, KILL_BROKER, KILL_GATEWAY, STOP_BROKER -> target.start();
            case RESTART_PROCESSOR, RESTART_PROCESS_MANAGER -> target.replace();
            case PAUSE_PROCESSOR, PAUSE_PROCESS_MANAGER -> target.resume();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
