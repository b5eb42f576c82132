package dev.daybook.projection.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;

/**
 * What another instance answers.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
record Answer(int status, HttpHeaders headers, Body body) {
    /** The code of the problem that an instance answers with while it does not have what is asked for. */
    static final String NOT_READY = "view-not-ready";

    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The types of bodies that are read as they come. */
    private static final List<String> FLOWING = List.of("text/event-stream", "text/tab-separated-values");

    /** A body: all of it, or one that goes on. */
    sealed interface Body {}

    @SuppressWarnings("ArrayRecordComponent") // bodies are not compared
    record Whole(byte[] bytes) implements Body {}

    record Flow(InputStream bytes) implements Body {}

    static Answer of(HttpResponse<Body> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Whether it says that what was asked for is not there, or not yet. */
    boolean isNotReady() {
        return status == UNAVAILABLE && body instanceof Whole whole && NOT_READY.equals(code(whole));
    }

    private static String code(Whole problem) {
        try {
            return JSON.readTree(problem.bytes()).path("code").asText();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads all of a body, unless it has no end, or may be long. */
    static BodyHandler<Body> reader() {
        return Answer::reader;
    }

    private static BodySubscriber<Body> reader(ResponseInfo answer) {
        var flows = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> FLOWING.stream().anyMatch(type::startsWith))
                .isPresent();
        return flows
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Flow::new)
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), Whole::new);
    }
}
