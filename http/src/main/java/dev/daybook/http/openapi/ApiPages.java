package dev.daybook.http.openapi;

import dev.daybook.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** {@code GET /docs}: shows the interface with Swagger UI, which is served from here; nothing comes from elsewhere. */
final class ApiPages {
    private static final String OWN = "/dev/daybook/http/openapi/";
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final Map<String, Page> pages;

    private record Page(String resource, String contentType) {}

    ApiPages() {
        var swagger = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        pages = Map.of(
                "index.html", new Page(OWN + "index.html", "text/html; charset=utf-8"),
                "start.js", new Page(OWN + "start.js", "text/javascript; charset=utf-8"),
                "swagger-ui.css", new Page(swagger + "swagger-ui.css", "text/css; charset=utf-8"),
                "swagger-ui-bundle.js", new Page(swagger + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
                "favicon-32x32.png", new Page(swagger + "favicon-32x32.png", "image/png"));
    }

    /** The page itself. */
    Handler index() {
        return ctx -> show(ctx, "index.html");
    }

    /** What the page is made of. */
    Handler file() {
        return ctx -> show(ctx, ctx.pathParam("file"));
    }

    private void show(Context ctx, String name) {
        var page = pages.get(name);
        if (page == null) {
            throw Problem.of(404, "not-found", "There is no such page", "There is no page '" + name + "'")
                    .exception();
        }
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(page.contentType())
                .result(open(page.resource()));
    }

    private static String version() {
        var properties = new Properties();
        try (var file = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(
                ApiPages.class.getResourceAsStream(resource), () -> resource + " is not on the class path");
    }
}
