package dev.daybook.projection.build;

import dev.daybook.projection.query.ServedView;
import dev.daybook.projection.stream.StreamsApp;

/**
 * A build of a view that runs here.
 *
 * @param served what can be asked of it
 * @param app its Kafka Streams application
 */
public record RunningBuild(ServedView<?, ?> served, StreamsApp app) {}
