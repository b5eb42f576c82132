package dev.daybook.gateway;

import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.command.PostCommand;
import dev.daybook.gateway.dispatch.Dispatcher;
import dev.daybook.gateway.openapi.OpenApi;
import dev.daybook.gateway.outcome.GetOutcome;
import dev.daybook.gateway.request.InFlight;
import dev.daybook.http.openapi.ApiDocument;
import io.javalin.config.RoutesConfig;
import java.util.function.Consumer;

/** All routes of the gateway. Health and metrics are the server's own. */
final class Routes implements Consumer<RoutesConfig> {
    private final InFlight inFlight;
    private final PostCommand postCommand;
    private final GetOutcome getOutcome;
    private final ApiDocument api;

    Routes(GatewayConfig config, Catalog catalog, Dispatcher dispatcher, InFlight inFlight) {
        this.inFlight = inFlight;
        postCommand =
                new PostCommand(catalog, dispatcher, config.waiting(), config.principals(), config.maxBodyBytes());
        getOutcome = new GetOutcome(catalog, dispatcher, config.waiting());
        api = OpenApi.of(catalog);
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.post("/v1/{aggregate}/{id}/{command}", inFlight.limit(postCommand));
        routes.get("/v1/commands/{aggregate}/{id}/{commandId}", inFlight.limit(getOutcome));
        api.addTo(routes);
    }
}
