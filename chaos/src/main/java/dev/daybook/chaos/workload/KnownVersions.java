package dev.daybook.chaos.workload;

import dev.daybook.testkit.audit.Operation.Told;
import dev.daybook.testkit.audit.Verdict;
import java.util.concurrent.ConcurrentHashMap;

/** The latest versions of orders that any client was told. Thread-safe. */
final class KnownVersions {
    private final ConcurrentHashMap<String, Long> versions = new ConcurrentHashMap<>();

    long of(String orderId) {
        return versions.getOrDefault(orderId, 0L);
    }

    void learn(String orderId, Told told) {
        if (told instanceof Told.Outcome outcome) {
            switch (outcome.verdict()) {
                case Verdict.Accepted accepted -> learn(orderId, accepted.version());
                case Verdict.Rejected rejected -> learn(orderId, rejected.version());
                case Verdict.Conflict conflict -> learn(orderId, conflict.actual());
                case Verdict.Reused _, Verdict.Failed _, Verdict.NoSuchCommand _, Verdict.Garbled _ -> {}
            }
        }
    }

    private void learn(String orderId, long version) {
        versions.merge(orderId, version, Math::max);
    }
}
