package dev.daybook.cli.it;

import dev.daybook.cli.it.Http.Response;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The outcomes of commands that were answered before they were decided. */
final class Outcomes {
    private Outcomes() {}

    /** Asks at a status link until the command is decided. */
    static Response await(String location) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Http.get(location), answer -> answer.status() != 202);
    }
}
