package dev.daybook.projection.query;

import dev.daybook.http.ProblemException;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a request, each of them known and given at most once; otherwise the request ends with 400. */
public final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads them, all of them among those that are known. */
    public static Parameters of(Context ctx, Collection<String> known) {
        var values = ctx.queryParamMap();
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw QueryProblems.unknownParameter(name, known).exception();
            }
            if (given.size() > 1) {
                throw bad(name, "given once", "given " + given.size() + " times");
            }
        });
        return new Parameters(values);
    }

    /** Those of a request for rows that have no past. */
    static Parameters of(Context ctx, Collection<String> known, ServedRows<?, ?> rows) {
        if (ctx.queryParamMap().containsKey(GroupsQuestion.AT)) {
            throw QueryProblems.noPast(rows.name(), rows.view().aggregate(), known)
                    .exception();
        }
        return of(ctx, known);
    }

    /** A parameter as it was given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    /** A whole number from 1 to a greatest one. */
    public Optional<Long> count(String name, long most) {
        return text(name).map(value -> count(name, value, most));
    }

    Optional<Instant> time(String name) {
        return text(name).map(value -> time(name, value));
    }

    /** Whether a parameter is given as true; left out, it is false. */
    public boolean flag(String name) {
        return text(name).map(value -> flag(name, value)).orElse(false);
    }

    static ProblemException bad(String name, String expected, Object found) {
        return QueryProblems.badParameter(name, expected, found).exception();
    }

    private static boolean flag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "true or false", "'" + value + "'");
        };
    }

    private static long count(String name, String value, long most) {
        try {
            var count = Long.parseLong(value);
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw bad(name, "a whole number from 1 to " + most, "'" + value + "'");
    }

    private static Instant time(String name, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            var hint = value.contains(" ") ? "; a + is %2B in a URL, since it stands for a blank there" : "";
            throw bad(name, "a time as in ISO 8601, such as 2026-11-01T12:30:00Z", "'" + value + "'" + hint);
        }
    }
}
