package dev.daybook.benchmarks.reads;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.http.HttpConfig;
import dev.daybook.http.HttpServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import java.net.URI;

/** The peer: the HTTP server that all apps have, with a handler that answers every row with the same. */
record ConstantServer(HttpServer server, Metrics metrics) implements AutoCloseable {

    static ConstantServer start(String row) {
        var body = row.getBytes(UTF_8);
        var metrics = new Metrics("constant");
        var server = HttpServer.start(
                HttpConfig.onFreePort(),
                new Well(),
                metrics,
                routes -> routes.get(
                        "/v1/views/{view}/{key}",
                        ctx -> ctx.contentType("application/json").result(body)));
        return new ConstantServer(server, metrics);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }

    private record Well() implements App {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public String whyNotReady() {
            return "";
        }

        @Override
        public void close() {}
    }
}
