package dev.daybook.testkit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A history that is made up command by command, as a write side without faults would have it. It can then be falsified.
 * An aggregate whose id begins with {@code a} is in partition 0, with {@code b} in partition 1 and so on. The payload of
 * a command is the count of its events; a command with a negative one is refused.
 */
final class Chronicle {
    static final long ANY = Intent.ANY_VERSION;

    final List<LoggedMessage> messages = new ArrayList<>();
    final List<LoggedEvent> events = new ArrayList<>();
    final List<LoggedReply> replies = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Map<List<String>, Decided> decided = new HashMap<>();
    private long clock;

    private record Decided(Intent intent, Verdict verdict) {}

    /** The violations in it. */
    List<Violation> audit() {
        return Audit.of(new AggregateLog(messages, events, replies), operations);
    }

    /** The rules that are violated in it. */
    List<Rule> violated() {
        return audit().stream().map(Violation::rule).distinct().toList();
    }

    long version(String aggregate) {
        return versions.getOrDefault(aggregate, 0L);
    }

    /** A command that its sender waits for until it is committed. */
    Chronicle send(String aggregate, String id, long expectedVersion, long payload) {
        var invoked = clock++;
        return told(
                aggregate,
                id,
                new Intent(expectedVersion, payload),
                invoked,
                append(aggregate, id, expectedVersion, payload));
    }

    /** A command with any version that its sender waits for until it is committed. */
    Chronicle send(String aggregate, String id, long payload) {
        return send(aggregate, id, ANY, payload);
    }

    private Chronicle told(String aggregate, String id, Intent intent, long invoked, Verdict verdict) {
        operations.add(
                new Operation(aggregate, id, intent, invoked, clock++, new Operation.Told.Outcome(verdict, true)));
        return this;
    }

    /** An operation whose client was told something else. */
    Chronicle operation(String aggregate, String id, long expectedVersion, long payload, Operation.Told told) {
        operations.add(new Operation(aggregate, id, new Intent(expectedVersion, payload), clock++, clock++, told));
        return this;
    }

    /** A command in the log that is decided and answered, of whose sender nothing is known. */
    Verdict append(String aggregate, String id, long expectedVersion, long payload) {
        var intent = new Intent(expectedVersion, payload);
        var key = nextKey();
        messages.add(new LoggedMessage.Sent(partition(aggregate), messages.size(), aggregate, id, key, intent));
        var verdict = verdict(aggregate, id, intent);
        reply(key, verdict, true);
        return verdict;
    }

    /** A command that cannot be processed, and whose sender is told so. */
    Chronicle fail(String aggregate, String id, long payload) {
        var key = nextKey();
        var intent = new Intent(ANY, payload);
        var failed = new Verdict.Failed("decider-failed");
        var invoked = clock++;
        messages.add(new LoggedMessage.Sent(partition(aggregate), messages.size(), aggregate, id, key, intent));
        reply(key, failed, true);
        return told(aggregate, id, intent, invoked, failed);
    }

    /** A question in the log, and its answer. */
    Chronicle ask(String aggregate, String id) {
        var key = nextKey();
        messages.add(new LoggedMessage.Asked(partition(aggregate), messages.size(), aggregate, id, key));
        var known = decided.get(List.of(aggregate, id));
        reply(key, known == null ? new Verdict.NoSuchCommand() : known.verdict(), true);
        return this;
    }

    /** A reply to the latest message from a transaction that was aborted. */
    Chronicle abortedReply(@Nullable Verdict verdict) {
        var last = replies.getLast();
        reply(last.key(), verdict == null ? last.verdict() : verdict, false);
        return this;
    }

    private void reply(String key, Verdict verdict, boolean committed) {
        replies.add(new LoggedReply(0, replies.size(), key, verdict, committed));
    }

    private String nextKey() {
        return "waiter-" + messages.size();
    }

    private Verdict verdict(String aggregate, String id, Intent intent) {
        var earlier = decided.get(List.of(aggregate, id));
        if (earlier != null) {
            return earlier.intent().equals(intent) ? earlier.verdict() : new Verdict.Reused();
        }
        var verdict = decide(aggregate, id, intent);
        decided.put(List.of(aggregate, id), new Decided(intent, verdict));
        return verdict;
    }

    private Verdict decide(String aggregate, String id, Intent intent) {
        var version = version(aggregate);
        if (!intent.admits(version)) {
            return new Verdict.Conflict(intent.expectedVersion(), version);
        }
        if (intent.payload() < 0) {
            return new Verdict.Rejected(version, "no");
        }
        for (var n = 1; n <= intent.payload(); n++) {
            event(aggregate, id, n);
        }
        var partition = partition(aggregate);
        return new Verdict.Accepted(
                version(aggregate), (int) intent.payload(), partition, positions.getOrDefault(partition, 0L));
    }

    private void event(String aggregate, String id, int number) {
        events.add(new LoggedEvent(
                partition(aggregate),
                events.size(),
                aggregate,
                id,
                number,
                versions.merge(aggregate, 1L, Long::sum),
                positions.merge(partition(aggregate), 1L, Long::sum)));
    }

    private static int partition(String aggregate) {
        return aggregate.charAt(0) - 'a';
    }
}
