package dev.daybook.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers as problems what Jetty refuses before there is a route, such as headers that are too large. */
final class ServerErrors extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        var reason = Objects.requireNonNullElse(message, HttpStatus.getMessage(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        var problem = ErrorMapper.ofServer(status, reason, Map.of());
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
    }
}
