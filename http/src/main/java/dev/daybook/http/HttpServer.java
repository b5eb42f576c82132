package dev.daybook.http;

import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * A running HTTP server: the routes of an app, and those that every app has, health and metrics. Each request has a
 * virtual thread, so a handler may block.
 */
public final class HttpServer implements AutoCloseable {
    // They only accept and select; handlers run on virtual threads.
    private static final int PLATFORM_THREADS = 16;
    private static final long STOP_TIMEOUT_MS = 10_000;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts a server.
     *
     * @param app whose health it tells
     * @param metrics what it shows, and where it counts requests
     * @param routes adds the app's routes
     * @throws PortTakenException if something else listens on the port
     */
    public static HttpServer start(HttpConfig config, App app, Metrics metrics, Consumer<RoutesConfig> routes) {
        var port = HttpPort.take(config);
        try {
            return start(port, config, app, metrics, routes);
        } catch (RuntimeException e) {
            port.close();
            throw e;
        }
    }

    /**
     * Starts a server on a port that was taken before.
     *
     * @param app whose health it tells
     * @param metrics what it shows, and where it counts requests
     * @param routes adds the app's routes
     */
    public static HttpServer start(
            HttpPort port, HttpConfig config, App app, Metrics metrics, Consumer<RoutesConfig> routes) {
        var javalin = Javalin.create(javalinConfig -> {
            configure(javalinConfig, port, config, metrics);
            routes.accept(javalinConfig.routes);
            javalinConfig.routes.get(
                    "/health/live", ctx -> health(ctx, app.live(), "It cannot recover; start it anew"));
            javalinConfig.routes.get("/health/ready", ctx -> health(ctx, app.ready(), app.whyNotReady()));
            javalinConfig.routes.get(
                    "/metrics", ctx -> ctx.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()));
            answerHeadLikeGet(javalinConfig);
        });
        return new HttpServer(javalin.start());
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Takes no more requests, lets those it has end, for 10 s at most, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig javalin, HttpPort port, HttpConfig config, Metrics metrics) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.prefer405over404 = true;
        javalin.router.javaLangErrorHandler(HttpServer::answerError);
        javalin.requestLogger.http(new RequestMetrics(metrics.registry()));
        ErrorMapper.install(javalin.routes);
        javalin.jetty.threadPool = threadPool();
        javalin.jetty.modifyServer(HttpServer::configure);
        javalin.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ServerErrors()));
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(config.maxHeaderBytes());
            http.setUriCompliance(uriCompliance());
        });
        javalin.jetty.addConnector((server, http) -> connector(server, http, port, config));
    }

    private static void configure(Server server) {
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(STOP_TIMEOUT_MS);
        server.setErrorHandler(new ServerErrors());
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, HttpPort port, HttpConfig config) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        port.give(connector);
        connector.setIdleTimeout(config.idleTimeout().toMillis());
        return connector;
    }

    private static ThreadPool threadPool() {
        var threads = new QueuedThreadPool(PLATFORM_THREADS);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory()));
        return threads;
    }

    /** An id may hold any character, so a path may hold an encoded slash or percent sign, but no broken encoding. */
    private static UriCompliance uriCompliance() {
        return UriCompliance.DEFAULT.with(
                "daybook",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
                UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);
    }

    private static void health(Context ctx, boolean well, String whyNot) {
        if (well) {
            Answers.json(ctx, 200, "well", out -> {
                out.writeStartObject();
                out.writeStringField("status", "UP");
                out.writeEndObject();
            });
        } else {
            Answers.problem(ctx, Problem.of(503, "unhealthy", "The app is not well", whyNot));
        }
    }

    /** Javalin answers every HEAD with 200; a load balancer that asks so must see what GET would say. */
    private static void answerHeadLikeGet(JavalinConfig javalin) {
        javalin.routes.after(HttpServer::leaveOutLengthOfHead);
        List.copyOf(javalin.unsafe.internalRouter.allHttpHandlers()).stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                .forEach(get -> javalin.routes.addEndpoint(new Endpoint(HandlerType.HEAD, get.path, get.handler)));
    }

    /** No length is told of a body that is not sent, rather than a wrong one: what GET sends may be compressed, or have no end. */
    private static void leaveOutLengthOfHead(Context ctx) throws IOException {
        if (ctx.method().equals(HandlerType.HEAD)) {
            // What is on its way already gets no length any more.
            ctx.res().flushBuffer();
        }
    }

    private static void answerError(HttpServletResponse response, Error error) {
        var problem = ErrorMapper.problem(error);
        response.setStatus(problem.status());
        response.setContentType(Problem.CONTENT_TYPE);
        try {
            response.getOutputStream().write(problem.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
