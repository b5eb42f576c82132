package dev.daybook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * An answer that goes on and on: server-sent events, as the HTML standard has them (§ 9.2). What is sent waits until it
 * is flushed, or until it is much. The request's thread writes, and waits while the client does not read; any other
 * thread may look on, and cut it off.
 */
public final class EventStream {
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);
    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);
    private static final long IDLE = Long.MIN_VALUE;

    private final ServletOutputStream out;
    private final EndPoint connection;
    private volatile long writingSince = IDLE;
    private long lastFlush;
    private boolean unsent;

    private EventStream(ServletOutputStream out, EndPoint connection) {
        this.out = out;
        this.connection = connection;
    }

    /** Says that the answer is such a stream, without opening it: all that a request of HEAD is answered with. */
    public static void announce(Context ctx) {
        Answers.outcome(ctx, "stream");
        ctx.status(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-store")
                // What nginx and those like it need to be told, or they would hold back what is sent.
                .header("X-Accel-Buffering", "no");
    }

    /**
     * Opens it.
     *
     * @param retry how long the client is to wait before it connects again when the stream has ended
     */
    public static EventStream open(Context ctx, Duration retry) throws IOException {
        if (ctx.method().equals(HandlerType.HEAD)) {
            throw new IllegalArgumentException("A request of HEAD has no stream");
        }
        announce(ctx);
        // Not by way of the context, which would compress, and so hold back what is sent.
        var stream = new EventStream(ctx.res().getOutputStream(), connection(ctx));
        stream.write(("retry: " + retry.toMillis() + "\n\n").getBytes(UTF_8));
        stream.flush();
        return stream;
    }

    private static EndPoint connection(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /**
     * Sends an event.
     *
     * @param id what a client that connects again shows as {@code Last-Event-ID}
     * @param type its type
     * @param data its data, without line breaks
     */
    public void send(String id, String type, JsonBody data) throws IOException {
        // First, since what cannot be written must not cut an event in the middle.
        var bytes = data.bytes();
        write(("id: " + oneLine(id) + "\nevent: " + oneLine(type) + "\n").getBytes(UTF_8));
        write(DATA);
        write(bytes);
        write(END);
    }

    /** Sends a comment, so that both sides, and all between, find out whether the connection still stands. */
    public void heartbeat() throws IOException {
        write(HEARTBEAT);
        flush();
    }

    /** Sends what waits, if anything does; returns when the connection has taken it. */
    public void flush() throws IOException {
        if (unsent) {
            timed(out::flush);
            unsent = false;
            lastFlush = System.nanoTime();
        }
    }

    /** How long ago something was sent. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastFlush);
    }

    /** Whether the writer has waited longer than this for the client to read. */
    public boolean stuck(Duration patience) {
        var since = writingSince;
        return since != IDLE && System.nanoTime() - since > patience.toNanos();
    }

    /** Closes the connection, whatever is under way: who writes fails. */
    public void cut() {
        connection.close(new TimeoutException("The client does not read"));
    }

    private void write(byte[] bytes) throws IOException {
        timed(() -> out.write(bytes));
        unsent = true;
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private void timed(Write write) throws IOException {
        writingSince = Math.max(IDLE + 1, System.nanoTime());
        try {
            write.run();
        } finally {
            writingSince = IDLE;
        }
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
