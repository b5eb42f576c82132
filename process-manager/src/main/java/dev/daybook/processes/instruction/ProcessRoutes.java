package dev.daybook.processes.instruction;

import dev.daybook.core.BoundedContext;
import dev.daybook.http.Answers;
import dev.daybook.http.request.Principals;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The routes by which people tell instances of business processes something. */
public final class ProcessRoutes {
    private ProcessRoutes() {}

    /** Adds the routes. */
    public static void add(
            RoutesConfig routes, List<BoundedContext> contexts, Instructions instructions, Principals principals) {
        routes.post("/v1/processes/{process}/{id}/retry", new RetryHandler(contexts, instructions, principals));
        routes.exception(UntoldException.class, (e, ctx) -> Answers.problem(ctx, ProcessProblems.untold(e)));
    }
}
