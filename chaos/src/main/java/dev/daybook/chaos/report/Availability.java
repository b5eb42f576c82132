package dev.daybook.chaos.report;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.daybook.testkit.audit.Operation;
import dev.daybook.testkit.audit.Operation.Told;
import dev.daybook.testkit.audit.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** When commands were accepted, and when not. */
final class Availability {
    private final List<Acceptances> orders;

    Availability(Collection<Operation> operations) {
        orders =
                operations.stream()
                        .filter(Availability::accepted)
                        .collect(groupingBy(Operation::aggregateId))
                        .values()
                        .stream()
                        .map(Acceptances::new)
                        .toList();
    }

    private static boolean accepted(Operation operation) {
        return operation.told() instanceof Told.Outcome(Verdict.Accepted _, boolean _);
    }

    /** The longest time in which no command was accepted at all. */
    Duration longestGap() {
        return longestGap(orders.stream()
                .flatMapToLong(order -> Arrays.stream(order.completed))
                .sorted()
                .toArray());
    }

    /** The longest time in which no command to some one order was accepted. */
    Duration longestGapOfAnOrder() {
        return orders.stream()
                .map(order -> longestGap(Arrays.stream(order.completed).sorted().toArray()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** From a time until a command that was sent after it was accepted, for every order; empty: some order had none. */
    OptionalLong recovery(long from) {
        var longest = 0L;
        for (var order : orders) {
            var next = order.nextAfter(from);
            if (next.isEmpty()) {
                return next;
            }
            longest = Math.max(longest, next.getAsLong() - from);
        }
        return OptionalLong.of(longest);
    }

    private static Duration longestGap(long[] times) {
        var longest = 0L;
        for (var i = 1; i < times.length; i++) {
            longest = Math.max(longest, times[i] - times[i - 1]);
        }
        return Duration.ofNanos(longest);
    }

    /** The accepted commands to an order, in the order in which they were sent. */
    private static final class Acceptances {
        private final long[] invoked;
        private final long[] completed;
        /** The first completion of those sent then or later. */
        private final long[] next;

        Acceptances(List<Operation> operations) {
            operations.sort(comparingLong(Operation::invoked));
            invoked = operations.stream().mapToLong(Operation::invoked).toArray();
            completed = operations.stream().mapToLong(Operation::completed).toArray();
            next = completed.clone();
            for (var i = next.length - 2; i >= 0; i--) {
                next[i] = Math.min(next[i], next[i + 1]);
            }
        }

        OptionalLong nextAfter(long from) {
            var found = Arrays.binarySearch(invoked, from);
            var index = found < 0 ? -found - 1 : found;
            return index == next.length ? OptionalLong.empty() : OptionalLong.of(next[index]);
        }
    }
}
