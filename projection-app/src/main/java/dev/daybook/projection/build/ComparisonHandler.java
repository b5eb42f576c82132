package dev.daybook.projection.build;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.http.Answers;
import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.query.BuildPositions;
import dev.daybook.projection.query.Parameters;
import dev.daybook.projection.query.ServedView;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/builds/{view}/{build}/comparison}: lays a build beside the one that serves, partition by partition, both
 * caught at the same position of the log.
 */
final class ComparisonHandler implements Handler {
    private static final String EXAMPLES = "examples";
    private static final int DEFAULT_EXAMPLES = 10;
    private static final int MOST_EXAMPLES = 1_000;
    /** Events that may come until both are caught; more each time, since events may come fast. */
    private static final List<Long> LEADS = List.of(0L, 10L, 100L, 1_000L, 10_000L);

    private final Builds builds;
    private final BuildPositions positions;
    private final Snapshots snapshots;

    ComparisonHandler(Builds builds, BuildPositions positions, Snapshots snapshots) {
        this.builds = builds;
        this.positions = positions;
        this.snapshots = snapshots;
    }

    /** Both builds, caught at one position. */
    private record Pair(Entries build, Entries with) implements AutoCloseable {
        boolean meets() {
            return build.position() != Snapshots.UNMET && build.position() == with.position();
        }

        @Override
        public void close() {
            build.close();
            with.close();
        }
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var view = builds.of(ctx.pathParam("view"));
        var build = view.find(ctx.pathParam("build")).served();
        var serving = view.serving().served();
        var examples = Parameters.of(ctx, List.of(EXAMPLES))
                .count(EXAMPLES, MOST_EXAMPLES)
                .orElse((long) DEFAULT_EXAMPLES);
        var comparison = new Comparison(examples.intValue());
        var met = new TreeMap<Integer, Long>();
        for (var partition = 0; partition < build.shards().all().size(); partition++) {
            try (var pair = meet(ctx, build, serving, partition)) {
                comparison.add(pair.build(), pair.with());
                met.put(partition, pair.build().position());
            }
        }
        Answers.json(ctx, 200, "comparison", out -> write(build, serving, comparison, met, out));
    }

    private Pair meet(Context ctx, ServedView<?, ?> build, ServedView<?, ?> serving, int partition)
            throws InterruptedException {
        for (var lead : LEADS) {
            var position = Math.max(position(ctx, build, partition), position(ctx, serving, partition)) + lead;
            var pair = pair(ctx, build, serving, partition, position);
            if (pair.meets()) {
                return pair;
            }
            pair.close();
        }
        throw BuildProblems.unmet(build.build().toString(), serving.build().toString(), partition)
                .exception();
    }

    private long position(Context ctx, ServedView<?, ?> build, int partition) throws InterruptedException {
        var position = positions.of(ctx, build).get(partition);
        if (position == null) {
            throw build.shards().of(partition).away();
        }
        return position;
    }

    /** Catches both at the same time, since either may be the first to come there. */
    private Pair pair(Context ctx, ServedView<?, ?> build, ServedView<?, ?> serving, int partition, long position)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = threads.submit(() -> snapshots.of(ctx, serving, partition, position));
            var one = threads.submit(() -> snapshots.of(ctx, build, partition, position));
            try {
                return new Pair(one.get(), other.get());
            } catch (ExecutionException e) {
                release(one, other);
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                release(one, other);
                throw e;
            }
        }
    }

    /** Gives back what was caught of one, where the other was not. */
    @SafeVarargs
    private static void release(Future<Entries>... caught) throws InterruptedException {
        for (var each : caught) {
            try {
                each.get().close();
            } catch (ExecutionException e) {
                // There is nothing to give back.
            }
        }
    }

    private static void write(
            ServedView<?, ?> build,
            ServedView<?, ?> with,
            Comparison comparison,
            Map<Integer, Long> met,
            JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("view", build.name());
        out.writeStringField("build", build.build().toString());
        out.writeStringField("with", with.build().toString());
        out.writeNumberField("rows", comparison.rows());
        out.writeNumberField("differing", comparison.differing());
        out.writeArrayFieldStart("examples");
        for (var difference : comparison.examples()) {
            out.writeStartObject();
            out.writeStringField("key", difference.key());
            writeRow("row", difference.here(), out);
            writeRow("other", difference.there(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeObjectFieldStart("positions");
        for (var each : met.entrySet()) {
            out.writeNumberField(each.getKey().toString(), each.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeRow(String name, @Nullable String json, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        if (json == null) {
            out.writeNull();
        } else {
            out.writeRawValue(json);
        }
    }
}
