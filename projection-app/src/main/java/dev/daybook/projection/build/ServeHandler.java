package dev.daybook.projection.build;

import dev.daybook.projection.query.BuildPositions;
import dev.daybook.projection.query.Parameters;
import dev.daybook.projection.query.ServedView;
import dev.daybook.viewbuild.ServeBuild;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code POST /v1/builds/{view}/{build}/serve}: lets a build serve instead of the one that does. It waits until the build
 * shows all that the other has shown, so that queries never go back in time; {@code ?force=true} waits for nothing.
 */
final class ServeHandler implements Handler {
    private static final String FORCE = "force";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Builds builds;
    private final BuildPositions positions;

    ServeHandler(Builds builds, BuildPositions positions) {
        this.builds = builds;
        this.positions = positions;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var view = builds.of(ctx.pathParam("view"));
        var build = view.find(ctx.pathParam("build")).served();
        var serving = view.serving().served();
        var force = Parameters.of(ctx, List.of(FORCE)).flag(FORCE);
        if (!force) {
            awaitAll(ctx, build, serving);
        }
        var id = build.build();
        Telling.tell(
                view.context(), new ServeBuild(UUID.randomUUID().toString(), build.name(), id.version(), id.round()));
        Telling.answer(ctx, 200, "build-serves", build.name(), id);
    }

    private void awaitAll(Context ctx, ServedView<?, ?> build, ServedView<?, ?> serving) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var wanted = positions.of(ctx, serving);
        while (wanted.size() < serving.shards().all().size() || !reaches(positions.of(ctx, build), wanted)) {
            if (wanted.size() < serving.shards().all().size()) {
                wanted = positions.of(ctx, serving);
            }
            if (System.nanoTime() > deadline) {
                throw BuildProblems.behind(
                                build.name(),
                                build.build().toString(),
                                serving.build().toString())
                        .exception();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean reaches(Map<Integer, Long> positions, Map<Integer, Long> wanted) {
        return wanted.entrySet().stream()
                .allMatch(each -> positions.getOrDefault(each.getKey(), -1L) >= each.getValue());
    }
}
