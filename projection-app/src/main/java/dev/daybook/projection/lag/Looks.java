package dev.daybook.projection.lag;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last look at the end of each topic, shared by all who want to know how stale something is. Who needs a newer one than
 * there is looks again; those who come meanwhile wait, and share the next. Thread-safe.
 */
public final class Looks {
    private final EndOfLog ends;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    public Looks(EndOfLog ends) {
        this.ends = ends;
    }

    /**
     * A topic's ends as they were seen.
     *
     * @param moment when the look began, in nanoseconds of {@link System#nanoTime}: what was appended later may be missing
     */
    private record Seen(long moment, Map<Integer, Long> ends) {

        /** How long ago what has come to a position was all that there was; empty if that cannot be said. */
        Optional<Duration> age(int partition, long position) {
            var end = ends.get(partition);
            return end == null || position < end
                    ? Optional.empty()
                    : Optional.of(Duration.ofNanos(System.nanoTime() - moment));
        }
    }

    /** How long ago a position was the last of a partition at the least, as of the last look; empty if that does not say. */
    public Optional<Duration> lastAge(String topic, int partition, long position) {
        return of(topic).last().flatMap(seen -> seen.age(partition, position));
    }

    /** The same as of a look that begins now or later. */
    public Optional<Duration> newAge(String topic, int partitions, int partition, long position) {
        return of(topic).since(System.nanoTime(), partitions).age(partition, position);
    }

    private Topic of(String topic) {
        return topics.computeIfAbsent(topic, Topic::new);
    }

    private final class Topic {
        private final String name;
        private volatile Optional<Seen> last = Optional.empty();

        Topic(String name) {
            this.name = name;
        }

        Optional<Seen> last() {
            return last;
        }

        synchronized Seen since(long moment, int partitions) {
            return last.filter(seen -> seen.moment - moment >= 0).orElseGet(() -> look(partitions));
        }

        private Seen look(int partitions) {
            var moment = System.nanoTime();
            var seen = new Seen(moment, ends.of(name, partitions));
            last = Optional.of(seen);
            return seen;
        }
    }
}
