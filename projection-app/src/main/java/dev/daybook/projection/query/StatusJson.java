package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.core.Rollup;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.projection.lag.EndOfLog;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.query.Standing.Posted;
import dev.daybook.projection.stream.Condition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes how views and timelines are. It looks up where a topic ends once, so that all who read it are measured alike. */
final class StatusJson {
    private final EndOfLog ends;
    private final Standing standing;
    private final Map<String, Map<Integer, Long>> endsByTopic = new HashMap<>();

    StatusJson(EndOfLog ends, Standing standing) {
        this.ends = ends;
        this.standing = standing;
    }

    private void write(ServedView<?, ?> served, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeMembers(served, out);
        out.writeEndObject();
    }

    /** Writes a build that serves, and beside it the other builds of its view. */
    void write(ServedView<?, ?> serving, List<ServedView<?, ?>> builds, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeMembers(serving, out);
        out.writeArrayFieldStart("others");
        for (var build : builds) {
            if (!build.build().equals(serving.build())) {
                write(build, out);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private <E, R> void writeMembers(ServedView<E, R> served, JsonGenerator out) throws IOException {
        var view = served.view();
        out.writeStringField("name", view.name());
        out.writeStringField("build", served.build().toString());
        out.writeNumberField("version", view.version());
        out.writeNumberField("round", served.build().round());
        out.writeStringField("context", served.context());
        out.writeStringField("aggregate", view.aggregate());
        out.writeArrayFieldStart("filters");
        for (var field : filters(view)) {
            out.writeString(field);
        }
        out.writeEndArray();
        write(served.group().condition(), out);
        out.writeNumberField("parked", parked(served.source()));
        write(entries(served), served.source(), out);
    }

    <E, S> void write(ServedTimeline<E, S> served, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("aggregate", served.aggregate());
        out.writeStringField("context", served.context());
        write(served.group().condition(), out);
        write("events", served.source(), out);
        out.writeEndObject();
    }

    private static List<String> filters(View<?, ?> view) {
        return switch (view) {
            case RowView<?, ?> rows ->
                rows.filters().stream().map(RowView.Filter::field).toList();
            case Rollup<?, ?> _ -> List.of();
        };
    }

    private static String entries(ServedView<?, ?> served) {
        return switch (served) {
            case ServedRows<?, ?> _ -> "rows";
            // A row of a rollup is in several partitions; an aggregate that it counts is in one.
            case ServedRollup<?, ?> _ -> "aggregates";
        };
    }

    /** Of how many aggregates events are parked, as far as those who have them answer. */
    private long parked(Source<?> source) {
        return source.shards().all().stream()
                .flatMap(shard -> standing.of(source, shard.partition()).stream())
                .mapToLong(Posted::parked)
                .sum();
    }

    private static void write(Condition condition, JsonGenerator out) throws IOException {
        out.writeStringField("state", condition.state().name());
        if (!condition.reason().isEmpty()) {
            out.writeStringField("reason", condition.reason());
        }
    }

    private void write(String entries, Source<?> source, JsonGenerator out) throws IOException {
        var shards = source.shards().all();
        var end = endsByTopic.computeIfAbsent(source.topic(), each -> ends.of(each, shards.size()));
        var partitions = shards.stream()
                .map(Shard::partition)
                .map(partition -> new PartitionStatus(
                        partition, standing.of(source, partition), Optional.ofNullable(end.get(partition))))
                .toList();
        out.writeNumberField(
                entries, partitions.stream().mapToLong(PartitionStatus::entries).sum());
        writeCount("lag", PartitionStatus.lag(partitions), out);
        out.writeArrayFieldStart("partitions");
        for (var partition : partitions) {
            write(entries, partition, out);
        }
        out.writeEndArray();
    }

    private static void write(String entries, PartitionStatus status, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("partition", status.partition);
        out.writeBooleanField("here", status.posted.filter(Posted::here).isPresent());
        out.writeStringField("instance", status.posted.map(Posted::instance).orElse(null));
        out.writeNumberField(entries, status.entries());
        writeCount("position", status.posted.map(Posted::position), out);
        writeCount("endPosition", status.end, out);
        writeCount("lag", status.lag(), out);
        out.writeEndObject();
    }

    private static void writeCount(String name, Optional<Long> count, JsonGenerator out) throws IOException {
        if (count.isPresent()) {
            out.writeNumberField(name, count.get());
        } else {
            out.writeNullField(name);
        }
    }

    private record PartitionStatus(int partition, Optional<Posted> posted, Optional<Long> end) {

        /** What all partitions lack together; empty if it is not known of one. */
        static Optional<Long> lag(List<PartitionStatus> partitions) {
            var known = partitions.stream().map(PartitionStatus::lag).allMatch(Optional::isPresent);
            return known
                    ? Optional.of(partitions.stream()
                            .map(PartitionStatus::lag)
                            .flatMap(Optional::stream)
                            .reduce(0L, Long::sum))
                    : Optional.empty();
        }

        Optional<Long> lag() {
            // The end was looked up first, so that a view may be beyond it by now.
            return posted.flatMap(its -> end.map(last -> Math.max(0, last - its.position())));
        }

        long entries() {
            return posted.map(Posted::entries).orElse(0L);
        }
    }
}
