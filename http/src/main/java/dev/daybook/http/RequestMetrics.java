package dev.daybook.http;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Times every request by route and outcome. */
final class RequestMetrics implements RequestLogger {
    private static final double NANOS_PER_MILLI = 1e6;

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void handle(Context ctx, Float executionTimeMs) {
        var endpoint = ctx.endpoints().lastHttpEndpoint();
        var status = String.valueOf(ctx.statusCode());
        Timer.builder("daybook.http.requests")
                .description("How long requests took until their answer was written")
                .publishPercentiles(0.5, 0.9, 0.99, 0.999)
                // Of a request without a route nothing becomes a tag: a client could make up a series with each.
                .tag("route", endpoint == null ? "none" : endpoint.path)
                .tag("method", endpoint == null ? "any" : endpoint.method.name())
                .tag("status", status)
                .tag("outcome", Objects.requireNonNullElse(Answers.outcome(ctx), "none"))
                .register(registry)
                .record((long) (executionTimeMs * NANOS_PER_MILLI), TimeUnit.NANOSECONDS);
    }
}
