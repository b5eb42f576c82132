package dev.daybook.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fails when something that must hold does not, and prints what led there.
 *
 * @param transcript what led there
 */
record Law(String transcript) {

    void require(String law, boolean holds) {
        if (!holds) {
            throw broken(law + ".\n");
        }
    }

    void requireEqual(String fault, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            throw broken(fault + ".\n\n"
                    + Transcript.section("expected", String.valueOf(expected))
                    + Transcript.section("found", String.valueOf(found)));
        }
    }

    AssertionError broken(String fault) {
        return new AssertionError(fault + "\n" + transcript);
    }
}
