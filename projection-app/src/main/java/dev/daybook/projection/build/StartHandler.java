package dev.daybook.projection.build;

import dev.daybook.projection.query.Parameters;
import dev.daybook.viewbuild.StartBuild;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.UUID;

/** {@code POST /v1/builds/{view}}: has a version built once more; that of the build that serves, unless another is given. */
final class StartHandler implements Handler {
    private static final String VERSION = "version";

    private final Builds builds;

    StartHandler(Builds builds) {
        this.builds = builds;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var view = builds.of(ctx.pathParam("view"));
        var parameters = Parameters.of(ctx, List.of(VERSION));
        var version = parameters
                .count(VERSION, Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElseGet(() -> view.serving().served().build().version());
        var versions = view.builds().versions();
        if (!versions.containsKey(version)) {
            throw BuildProblems.unknownVersion(view.builds().view(), version, versions.keySet())
                    .exception();
        }
        view.builds().underWay().ifPresent(build -> {
            throw BuildProblems.underWay(view.builds().view(), build.toString()).exception();
        });
        var build = Telling.tell(
                view.context(),
                new StartBuild(UUID.randomUUID().toString(), view.builds().view(), version));
        ctx.header("Location", "/v1/builds/" + view.builds().view());
        Telling.answer(ctx, 201, "build-started", view.builds().view(), build);
    }
}
