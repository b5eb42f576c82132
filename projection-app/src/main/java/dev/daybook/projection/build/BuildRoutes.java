package dev.daybook.projection.build;

import dev.daybook.http.Answers;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.query.BuildPositions;
import dev.daybook.projection.query.Catalog;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The routes by which the builds of views are told what to do. */
public final class BuildRoutes {
    private BuildRoutes() {}

    /**
     * Adds the routes.
     *
     * @param catalog what can be asked
     * @param contexts the builds of each context
     * @param peers the other instances
     */
    public static void add(RoutesConfig routes, Catalog catalog, List<ContextBuilds> contexts, Peers peers) {
        var builds = new Builds(contexts);
        var positions = new BuildPositions(peers);
        routes.post("/v1/builds/{view}", new StartHandler(builds));
        routes.post("/v1/builds/{view}/{build}/serve", new ServeHandler(builds, positions));
        routes.get(
                "/v1/builds/{view}/{build}/comparison", new ComparisonHandler(builds, positions, new Snapshots(peers)));
        routes.get(SnapshotHandler.PATH + "{partition}", new SnapshotHandler(catalog));
        routes.delete("/v1/builds/{view}/{build}", new RemoveHandler(builds));
        routes.exception(UnheardException.class, (e, ctx) -> Answers.problem(ctx, BuildProblems.unheard(e)));
    }
}
