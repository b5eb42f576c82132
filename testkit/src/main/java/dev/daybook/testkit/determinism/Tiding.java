package dev.daybook.testkit.determinism;

import dev.daybook.core.Action;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import java.util.Map;

/** What comes to an instance of a process. */
sealed interface Tiding {

    /** What is known of it besides. */
    Metadata metadata();

    /** An event of an aggregate. */
    record Happened(Object event, Metadata metadata) implements Tiding {
        @Override
        public String toString() {
            return metadata.aggregate() + " " + metadata.aggregateId() + ": " + event;
        }
    }

    /** A command of the instance was accepted. */
    record Accepted(Action.Send command, Metadata metadata) implements Tiding {
        @Override
        public String toString() {
            return "accepted: " + command;
        }
    }

    /** A command of the instance was refused. */
    record Refused(Action.Send command, String code, Metadata metadata) implements Tiding {
        Decision.Rejected<?> refusal() {
            return new Decision.Rejected<>(code, "Refused with the code " + code, Map.of());
        }

        @Override
        public String toString() {
            return "refused: " + code + ": " + command;
        }
    }
}
