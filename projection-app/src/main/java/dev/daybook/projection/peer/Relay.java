package dev.daybook.projection.peer;

import dev.daybook.http.Answers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands on what another instance answered, as if it were answered here. Thread-safe. */
final class Relay implements AutoCloseable {
    private static final String OUTCOME = "relayed";
    private static final int AT_ONCE = 8 * 1024;
    /** They belong to a connection, or are written anew. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding");

    private final Set<InputStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Hands on an answer; returns when it is over. */
    void hand(Answer answer, Context ctx) {
        answer.headers().map().forEach((name, values) -> hand(name, values, ctx));
        var type = answer.headers().firstValue("Content-Type").orElse("");
        switch (answer.body()) {
            case Answer.Whole whole -> Answers.bytes(ctx, answer.status(), OUTCOME, type, whole.bytes());
            case Answer.Flow flow -> {
                ctx.status(answer.status()).contentType(type);
                pump(flow.bytes(), ctx);
            }
        }
    }

    private static void hand(String name, List<String> values, Context ctx) {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> ctx.res().addHeader(name, value));
        }
    }

    /** Hands on what comes as soon as it comes, until either side ends. */
    private void pump(InputStream events, Context ctx) {
        open.add(events);
        try (events) {
            var out = ctx.res().getOutputStream();
            ctx.res().flushBuffer();
            var buffer = new byte[AT_ONCE];
            for (var read = 0; !closed && (read = events.read(buffer)) >= 0; ) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // Either side has gone. A reader of events connects again, and says what it saw last.
        } finally {
            open.remove(events);
        }
    }

    /** Ends the streams. */
    @Override
    public void close() {
        closed = true;
        open.forEach(Relay::end);
    }

    private static void end(InputStream events) {
        try {
            events.close();
        } catch (IOException e) {
            // It is over either way.
        }
    }
}
