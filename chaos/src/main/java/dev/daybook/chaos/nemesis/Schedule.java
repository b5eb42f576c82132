package dev.daybook.chaos.nemesis;

import dev.daybook.chaos.fleet.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * All strikes of a run, one after another. The same arguments give the same schedule.
 *
 * @param strikes in the order of time
 */
public record Schedule(List<Strike> strikes) {
    private static final long SECOND = 1000;
    private static final Duration LEAD = Duration.ofSeconds(2);
    /** Left in peace at the end, so that the last fault's recovery is seen. */
    private static final Duration TAIL = Duration.ofSeconds(3);

    public Schedule {
        strikes = List.copyOf(strikes);
    }

    /** Strikes for as long as the run takes, in rounds in which each fault comes once. */
    public static Schedule of(long seed, Duration run, Collection<Nemesis> nemeses, Timeouts timeouts) {
        var random = new Random(seed);
        var faults = nemeses.stream()
                .sorted()
                .distinct()
                .flatMap(nemesis -> nemesis.faults().stream())
                .toList();
        var strikes = new ArrayList<Strike>();
        var at = LEAD;
        while (!faults.isEmpty()) {
            var round = new ArrayList<>(faults);
            Collections.shuffle(round, random);
            for (var fault : round) {
                var strike = strike(at, fault, random, timeouts);
                var end = at.plus(strike.down());
                if (end.plus(TAIL).compareTo(run) > 0) {
                    return new Schedule(strikes);
                }
                strikes.add(strike);
                at = end.plusMillis(between(random, SECOND / 2, 3 * SECOND));
            }
        }
        return new Schedule(strikes);
    }

    private static Strike strike(Duration at, Fault fault, Random random, Timeouts timeouts) {
        // Always asked, so that the fault does not change what comes after it.
        var target = random.nextInt(2);
        var more = Duration.ofMillis(between(random, SECOND / 2, 3 * SECOND));
        return switch (fault) {
            case KILL_PROCESSOR, PAUSE_PROCESSOR, KILL_PROCESS_MANAGER, PAUSE_PROCESS_MANAGER ->
                new Strike(at, fault, target, timeouts.longest().plus(more));
            case RESTART_PROCESSOR, RESTART_PROCESS_MANAGER -> new Strike(at, fault, target, Duration.ZERO);
            case STOP_BROKER, KILL_BROKER -> new Strike(at, fault, 0, more);
            case KILL_GATEWAY -> new Strike(at, fault, target, more);
        };
    }

    private static long between(Random random, long least, long most) {
        return random.nextLong(least, most);
    }
}
