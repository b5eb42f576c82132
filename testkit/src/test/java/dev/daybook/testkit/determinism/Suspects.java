package dev.daybook.testkit.determinism;

import static java.util.Map.entry;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.View;
import dev.daybook.testkit.determinism.Suspect.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A context of deciders and processes, of which each but a few looks at something that it must not look at. */
@SuppressWarnings({
    "DefaultCharset",
    "IdentityHashCodeUsage",
    "JavaTimeDefaultTimeZone",
    "JavaUtilDate",
    "ReferenceEquality",
    "StringCaseLocaleUsage",
    "StringEquality",
    "TimeInStaticInitializer",
    "UnnecessaryLambda"
})
final class Suspects implements BoundedContext {
    private static final long DAY = 86_400_000;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final Supplier<Instant> NOW = Instant::now;
    private static final Supplier<Clock> CLOCK = Clock::systemUTC;

    static final Map<String, Reason> GUILTY = Map.ofEntries(
            entry("clock", (_, _, _) -> Instant.now().toString()),
            entry("clock-by-day", (_, _, _) -> day(Instant.now())),
            entry("clock-by-day-in-millis", (_, _, _) -> "" + System.currentTimeMillis() / DAY),
            entry("clock-by-reference", (_, _, _) -> day(NOW.get())),
            entry("clock-of-utc", (_, _, _) -> day(Clock.systemUTC().instant())),
            entry("clock-of-utc-by-reference", (_, _, _) -> day(CLOCK.get().instant())),
            entry(
                    "clock-of-a-zone",
                    (_, _, _) -> day(Clock.tickMinutes(ZoneOffset.UTC).instant())),
            entry("date-here", (_, _, _) -> LocalDate.now().toString()),
            entry("date-there", (_, _, _) -> LocalDate.now(ZoneOffset.UTC).toString()),
            entry("date-of-old", (_, _, _) -> day(new Date().toInstant())),
            entry("hour", (_, _, _) -> "" + LocalDateTime.now(ZoneOffset.UTC).getHour()),
            entry("year", (_, _, _) -> Year.now(ZoneOffset.UTC).toString()),
            entry(
                    "zone",
                    (_, _, metadata) ->
                            "" + metadata.time().atZone(ZoneId.systemDefault()).toLocalDate()),
            entry("language", (_, _, _) -> "TITLE".toLowerCase()),
            entry("format", (_, _, _) -> "%.2f".formatted(0.5)),
            entry("charset", (_, _, _) -> "" + "ü".getBytes().length),
            entry("processors", (_, _, _) -> "" + Runtime.getRuntime().availableProcessors()),
            entry("random", (_, _, _) -> "" + Math.random()),
            entry("random-without-seed", (_, _, _) -> "" + new Random().nextLong()),
            entry("random-id", (_, _, _) -> UUID.randomUUID().toString()),
            entry("random-order", (_, _, _) -> shuffled()),
            entry("set-of", (_, _, _) -> Set.of("tofu", "rice").toString()),
            entry("set-copy", (_, _, _) -> Set.copyOf(List.of("tofu", "rice")).toString()),
            entry("map-of", (_, _, _) -> Map.of("tofu", 1, "rice", 2).toString()),
            entry("hash-set", (_, _, _) -> new HashSet<>(List.of(ChronoUnit.values())).toString()),
            entry("identity", (command, _, _) -> "" + System.identityHashCode(command)),
            entry("object", (_, _, _) -> new Object().toString()),
            entry("thrown", (_, _, _) -> {
                throw new IllegalStateException("Found " + new Object());
            }),
            entry("counter", (_, _, _) -> "" + COUNT.incrementAndGet()),
            entry("cache", (command, _, _) -> "" + SEEN.add(command.toString())),
            entry("thread", (_, _, _) -> Thread.currentThread().toString()),
            entry("same-object", (_, state, _) -> "" + (state.productId() == Suspect.PRODUCT)));

    static final Map<String, Reason> HONEST = Map.of(
            "all-that-is-given",
            (command, state, metadata) -> command + " " + state + " " + metadata,
            "day-of-the-log",
            (_, _, metadata) -> day(metadata.time()),
            "no-language",
            (_, _, _) -> "TITLE".toLowerCase(Locale.ROOT),
            "sorted",
            (_, _, _) -> new TreeSet<>(Set.of("tofu", "rice")).toString(),
            "seeded",
            (_, _, metadata) -> "" + new Random(metadata.commandId().hashCode()).nextLong(),
            "throws-alike",
            (_, _, _) -> {
                throw new IllegalStateException("Found nothing");
            });

    private static String day(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS).toString();
    }

    private static String shuffled() {
        var units = new ArrayList<>(List.of(ChronoUnit.values()));
        Collections.shuffle(units);
        return units.toString();
    }

    @Override
    public String name() {
        return "suspects";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return Stream.of(GUILTY, HONEST)
                .flatMap(suspects -> suspects.entrySet().stream())
                .<Aggregate<?, ?, ?>>map(suspect -> new Suspect(suspect.getValue()).aggregate(suspect.getKey()))
                .toList();
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of();
    }

    @Override
    public List<BusinessProcess<?, ?>> processes() {
        return Stream.of(Bystander.Place.values())
                .<BusinessProcess<?, ?>>map(place -> new Bystander(place).process())
                .toList();
    }
}
