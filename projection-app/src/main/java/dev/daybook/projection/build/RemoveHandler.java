package dev.daybook.projection.build;

import dev.daybook.viewbuild.RemoveBuild;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.UUID;

/** {@code DELETE /v1/builds/{view}/{build}}: has a build that does not serve removed, with its stores and topics. */
final class RemoveHandler implements Handler {
    private final Builds builds;

    RemoveHandler(Builds builds) {
        this.builds = builds;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var view = builds.of(ctx.pathParam("view"));
        var id = view.named(ctx.pathParam("build"));
        Telling.tell(
                view.context(),
                new RemoveBuild(UUID.randomUUID().toString(), view.builds().view(), id.version(), id.round()));
        Telling.answer(ctx, 200, "build-removed", view.builds().view(), id);
    }
}
