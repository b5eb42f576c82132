package dev.daybook.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.projection.ProjectionApp;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How far a view has come, as the read side tells. */
public record ViewProgress(Queries queries, String view) {

    public static ViewProgress of(ProjectionApp projections, String view) {
        return new ViewProgress(new Queries(BenchStack.url(projections)), view);
    }

    /**
     * A look at it.
     *
     * @param taken how many events it has taken in, in all partitions
     * @param end how many there are
     * @param known whether both are known of all partitions
     */
    public record Look(long taken, long end, boolean known) {
        public boolean complete() {
            return known && end > 0 && taken >= end;
        }
    }

    public Look look() {
        var partitions = elements(queries.views().path("views"))
                .filter(each -> each.path("name").asText().equals(view))
                .flatMap(each -> elements(each.path("partitions")))
                .toList();
        return new Look(
                sum(partitions, "position"),
                sum(partitions, "endPosition"),
                partitions.stream()
                        .allMatch(
                                partition -> partition.hasNonNull("position") && partition.hasNonNull("endPosition")));
    }

    private static long sum(List<JsonNode> partitions, String member) {
        return partitions.stream()
                .mapToLong(partition -> partition.path(member).asLong())
                .sum();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Returns when it has taken in all that there is. */
    public void awaitEnd() throws InterruptedException {
        Progress.await(view + " to come to the end of the log", () -> look().complete());
    }
}
