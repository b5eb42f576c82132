package dev.daybook.projection.build;

import dev.daybook.http.Answers;
import dev.daybook.projection.query.Positions;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The routes by which the builds of views are told what to do. */
public final class BuildRoutes {
    private BuildRoutes() {}

    /**
     * Adds the routes.
     *
     * @param positions tells how far builds have come
     */
    public static void add(RoutesConfig routes, List<ContextBuilds> contexts, Positions positions) {
        var builds = new Builds(contexts);
        routes.post("/v1/builds/{view}", new StartHandler(builds));
        routes.post("/v1/builds/{view}/{build}/serve", new ServeHandler(builds, positions));
        routes.delete("/v1/builds/{view}/{build}", new RemoveHandler(builds));
        routes.exception(UnheardException.class, (e, ctx) -> Answers.problem(ctx, BuildProblems.unheard(e)));
    }
}
