package dev.daybook.projection.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.process.ReadableContext;
import dev.daybook.projection.build.BuildRoutes;
import dev.daybook.projection.live.StreamConfig;
import dev.daybook.projection.live.Streams;
import dev.daybook.projection.peer.Address;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.query.Catalog;
import dev.daybook.projection.query.QueryRoutes;
import dev.daybook.testkit.InMemorySchemaRegistry;
import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueriesApiTest {
    private static final List<ReadableContext> CONTEXTS =
            BoundedContexts.load().stream().map(ReadableContext::new).toList();
    private static final JsonNode DOCUMENT = QueriesApi.of(CONTEXTS).root();

    /** A method and a path, such as {@code get /v1/views/{view}}. */
    private record Route(String method, String path) {
        /** Whether it is another with names put in. */
        boolean fills(Route template) {
            var segments = path.split("/", -1);
            var pattern = template.path.split("/", -1);
            if (!method.equals(template.method) || segments.length != pattern.length) {
                return false;
            }
            for (var i = 0; i < segments.length; i++) {
                if (!pattern[i].startsWith("{") && !pattern[i].equals(segments[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void describes_every_route_and_no_others() {
        var routes = routes();
        var described = described();

        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(routes).allSatisfy(route -> assertThat(described).anyMatch(each -> each.fills(route)));
        assertThat(described).allSatisfy(each -> assertThat(routes).anyMatch(each::fills));
    }

    @Test
    void describes_the_routes_of_every_view_and_every_type_of_aggregate() {
        var views = CONTEXTS.stream()
                .flatMap(context -> context.views().stream())
                .flatMap(view -> Stream.of("", "/{key}", "/{key}/stream").map(end -> "/v1/views/" + view.name() + end));
        var aggregates = CONTEXTS.stream()
                .flatMap(context -> context.aggregates().stream())
                .flatMap(aggregate -> Stream.of("events", "events/stream", "state")
                        .map(end -> "/v1/" + aggregate.type() + "/{id}/" + end));

        assertThat(described())
                .extracting(Route::path)
                .containsAll(Stream.concat(views, aggregates).toList())
                .contains("/v1/views/fulfillment-process", "/v1/fulfillment/{id}/state");
    }

    @Test
    void tells_the_filters_of_a_view_with_their_values() {
        var filter = DOCUMENT.path("paths")
                .path("/v1/views/order-summary")
                .at("/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals("status"))
                .findFirst()
                .orElseThrow();

        assertThat(filter.at("/schema/enum").valueStream().map(JsonNode::asText))
                .contains("CREATED", "CANCELLED");
    }

    @Test
    void tells_what_rows_and_states_are() {
        assertThat(DOCUMENT.at("/components/schemas/dev.daybook.orders.OrderSummary/properties")
                        .has("customerId"))
                .isTrue();
        assertThat(DOCUMENT.path("paths")
                        .path("/v1/order/{id}/state")
                        .at("/get/responses/200/content/application~1json/schema/properties/state/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/order.state");
        assertThat(DOCUMENT.at("/components/schemas/order.state/anyOf")).hasSize(2);
    }

    @Test
    void refers_only_to_what_it_has() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void declares_every_parameter_of_a_path_and_names_every_operation_once() {
        var operations = new ArrayList<String>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> operations(path.getValue()).forEach(operation -> {
                    var declared = Stream.concat(
                                    path.getValue().path("parameters").valueStream(),
                                    operation.getValue().path("parameters").valueStream())
                            .map(QueriesApiTest::resolved)
                            .filter(parameter -> parameter.path("in").asText().equals("path"))
                            .map(parameter -> "{" + parameter.path("name").asText() + "}")
                            .toList();
                    assertThat(declared)
                            .as(path.getKey())
                            .containsExactlyElementsOf(Stream.of(path.getKey().split("/"))
                                    .filter(segment -> segment.startsWith("{"))
                                    .toList());
                    operations.add(operation.getValue().path("operationId").asText());
                }));

        assertThat(operations).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void declares_every_tag_once() {
        var declared = DOCUMENT.path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asText())
                .toList();
        var used = DOCUMENT.path("paths")
                .valueStream()
                .flatMap(path -> operations(path).stream())
                .flatMap(operation -> operation.getValue().path("tags").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toSet());

        assertThat(declared)
                .contains("view inventory", "aggregate inventory")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(used);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<Map.Entry<String, JsonNode>> operations(JsonNode path) {
        return path.properties().stream()
                .filter(member -> !member.getKey().equals("parameters"))
                .collect(Collectors.toSet());
    }

    private static List<Route> described() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> operations(path.getValue()).stream()
                        .map(operation -> new Route(operation.getKey(), path.getKey())))
                .toList();
    }

    /** The routes that the app adds for its users, as they are registered. */
    private static Set<Route> routes() {
        var metrics = new Metrics("test");
        var peers = new Peers(
                new Address("127.0.0.1", 1), Duration.ofSeconds(1), Duration.ofSeconds(1), metrics.registry());
        var streams = new Streams(StreamConfig.standard(), metrics.registry());
        var catalog = new Catalog(Stream::empty, Stream::empty, Stream::empty);
        var routes = new TreeSet<Route>(Comparator.comparing(Route::path).thenComparing(Route::method));
        Javalin.create(config -> {
            QueryRoutes.add(
                    config.routes,
                    catalog,
                    (_, _) -> Map.of(),
                    new InMemorySchemaRegistry(),
                    Duration.ofSeconds(1),
                    peers,
                    streams);
            BuildRoutes.add(config.routes, catalog, List.of(), peers);
            config.unsafe.internalRouter.allHttpHandlers().forEach(handler -> add(handler.endpoint, routes));
        });
        streams.close();
        peers.close();
        metrics.close();
        return routes;
    }

    private static void add(Endpoint endpoint, Set<Route> routes) {
        if (!endpoint.path.startsWith("/internal/")) {
            routes.add(new Route(endpoint.method.toString().toLowerCase(Locale.ROOT), endpoint.path));
        }
    }
}
