package dev.daybook.projection;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Rollup;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.projection.build.RunningBuild;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.parking.ParkingLedger;
import dev.daybook.projection.query.ServedRollup;
import dev.daybook.projection.query.ServedRows;
import dev.daybook.projection.query.ServedTimeline;
import dev.daybook.projection.rollup.HostedRollup;
import dev.daybook.projection.rollup.RollupTopology;
import dev.daybook.projection.stream.StreamsApp;
import dev.daybook.projection.stream.StreamsSettings;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.timeline.TimelineNames;
import dev.daybook.projection.timeline.TimelineTopology;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.RowCodec;
import dev.daybook.projection.view.ViewNames;
import dev.daybook.projection.view.ViewTopology;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Starts views and timelines, each with what it needs.
 *
 * @param settings what their Kafka Streams applications are configured with
 * @param serdes reads events, and writes and reads rows
 * @param partitions how many partitions a topic has
 * @param meters where their progress is shown
 */
record Host(StreamsSettings settings, RecordSerdes serdes, ToIntFunction<String> partitions, MeterRegistry meters) {

    /** The timelines of a context, which one application keeps. */
    record StartedTimelines(List<ServedTimeline<?, ?>> served, StreamsApp app) {}

    RunningBuild start(BoundedContext context, View<?, ?> view, BuildId build) {
        return switch (view) {
            case RowView<?, ?> rows -> start(context, rows, build);
            case Rollup<?, ?> rollup -> start(context, rollup, build);
        };
    }

    private <E, R> RunningBuild start(BoundedContext context, RowView<E, R> view, BuildId build) {
        var names = ViewNames.of(context, view, build);
        var hosted = new HostedView<E, R>(
                view,
                names,
                new EventReader<>(names.events(), view.events(), serdes),
                RowCodec.of(view, names, serdes),
                parkingShards(title(view), names),
                new Anomalies(meters, names.application()),
                new Closing());
        var app = StreamsApp.start(names.application(), ViewTopology.build(hosted), settings, hosted.closing(), meters);
        return new RunningBuild(new ServedRows<>(context.name(), build, hosted, app), app);
    }

    private <E, R> RunningBuild start(BoundedContext context, Rollup<E, R> rollup, BuildId build) {
        var names = ViewNames.of(context, rollup, build);
        var hosted = new HostedRollup<E, R>(
                rollup,
                names,
                new EventReader<>(names.events(), rollup.events(), serdes),
                RowCodec.of(rollup, names, serdes),
                parkingShards(title(rollup), names),
                new Anomalies(meters, names.application()),
                new Closing());
        var app =
                StreamsApp.start(names.application(), RollupTopology.build(hosted), settings, hosted.closing(), meters);
        return new RunningBuild(new ServedRollup<>(context.name(), build, hosted, app), app);
    }

    private static String title(View<?, ?> view) {
        return "view '" + view.name() + "'";
    }

    StartedTimelines start(BoundedContext context) {
        var closing = new Closing();
        List<HostedTimeline<?, ?>> hosted = context.aggregates().stream()
                .<HostedTimeline<?, ?>>map(aggregate -> timeline(context, aggregate, closing))
                .toList();
        var app = StreamsApp.start(
                TimelineNames.application(context.name()), TimelineTopology.build(hosted), settings, closing, meters);
        return new StartedTimelines(
                hosted.stream()
                        .<ServedTimeline<?, ?>>map(each -> serve(context, each, app))
                        .toList(),
                app);
    }

    private <E, S> HostedTimeline<E, S> timeline(
            BoundedContext context, Aggregate<?, E, S> aggregate, Closing closing) {
        var topic = new ContextTopics(context.name()).events(aggregate.type());
        var application = TimelineNames.application(context.name());
        var title = "the timeline of '" + aggregate.type() + "'";
        return new HostedTimeline<>(
                aggregate,
                topic,
                new EventReader<>(topic, aggregate.events(), serdes),
                shards(title, application + "-" + aggregate.type(), topic),
                new Anomalies(meters, application),
                closing);
    }

    private static <E, S> ServedTimeline<E, S> serve(
            BoundedContext context, HostedTimeline<E, S> hosted, StreamsApp app) {
        return new ServedTimeline<>(context.name(), hosted, app);
    }

    private <L extends ParkingLedger> Shards<L> parkingShards(String title, ViewNames names) {
        var shards = this.<L>shards(title, names.application(), names.events());
        shards.all()
                .forEach(shard -> Gauge.builder("daybook.ledger.parked", shard, Host::parked)
                        .description("How many events a ledger has parked; NaN while it is not here")
                        .tag("ledger", names.application())
                        .tag("partition", String.valueOf(shard.partition()))
                        .register(meters));
        return shards;
    }

    private <L extends Ledger> Shards<L> shards(String title, String ledger, String topic) {
        var shards = new Shards<L>(title, partitions.applyAsInt(topic));
        shards.all()
                .forEach(shard -> Gauge.builder("daybook.ledger.position", shard, Host::position)
                        .description(
                                "The position of the last event that a ledger has posted; NaN while it is not here")
                        .tag("ledger", ledger)
                        .tag("partition", String.valueOf(shard.partition()))
                        .register(meters));
        return shards;
    }

    private static double parked(Shard<? extends ParkingLedger> shard) {
        return shard.find()
                .map(ledger -> (double) ledger.parkedCount().events())
                .orElse(Double.NaN);
    }

    private static double position(Shard<?> shard) {
        return shard.progress().map(Progress::position).map(Long::doubleValue).orElse(Double.NaN);
    }
}
