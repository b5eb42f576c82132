package dev.daybook.projection.peer;

import dev.daybook.http.Problem;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mark of a request that another instance sends on behalf of its own caller. It names the application that the answer
 * is to come from, so that both mean the same build of a view; and it says that nobody else is to be asked, so that no request
 * goes round.
 */
public final class Forwarded {
    static final String HEADER = "Daybook-Forwarded";
    /** Of a question to all partitions, those that are to answer. */
    static final String PARTITIONS = "Daybook-Partitions";

    private Forwarded() {}

    /** The application that a forwarded request names; empty if it comes from a caller. */
    public static Optional<String> application(Context ctx) {
        return Optional.ofNullable(ctx.header(HEADER));
    }

    /** The partitions that are to answer. */
    static List<Integer> partitions(Context ctx, List<Place> places) {
        var named = Arrays.stream(
                        Optional.ofNullable(ctx.header(PARTITIONS)).orElse("").split(",", -1))
                .map(String::strip)
                .toList();
        var known = places.stream()
                .map(Place::partition)
                .filter(partition -> named.contains(partition.toString()))
                .toList();
        if (known.size() != named.size()) {
            throw Problem.of(
                            400,
                            "bad-partitions",
                            "A forwarded question names partitions that there are not",
                            "The header %s must name some of %s, but is %s"
                                    .formatted(
                                            PARTITIONS,
                                            places.stream()
                                                    .map(Place::partition)
                                                    .toList(),
                                            named))
                    .exception();
        }
        return known;
    }

    static String text(List<Integer> partitions) {
        return partitions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
