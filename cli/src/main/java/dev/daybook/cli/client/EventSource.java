package dev.daybook.cli.client;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A stream of events that is followed for as long as there is interest: when it ends, or when the server falls silent, it is
 * connected to again and goes on after the last event that came. For one thread.
 */
public final class EventSource {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final HttpApi api;
    private final String path;
    private final Map<String, String> headers;
    private final Duration silence;
    private Duration pause = FIRST_PAUSE;
    private String lastId = "";
    private boolean connected;

    /**
     * A stream.
     *
     * @param silence how long the server may say nothing, not even that it is there, before it is taken for gone
     */
    EventSource(HttpApi api, String path, Map<String, String> headers, Duration silence) {
        this.api = api;
        this.path = path;
        this.headers = headers;
        this.silence = silence;
    }

    /**
     * Follows it, on the calling thread.
     *
     * @param action takes each event, and says whether there is interest in more
     * @throws CommandFailure if there is no such stream, or if nothing answered even once
     */
    public void follow(Predicate<ServerEvent> action) {
        var interested = true;
        while (interested) {
            interested = connect(action);
            if (interested) {
                rest();
            }
        }
    }

    /** Connects once; returns whether there is interest in more when the connection has ended. */
    private boolean connect(Predicate<ServerEvent> action) {
        try (var events = api.stream(path, headers());
                var _ = Watchdog.over(events, silence)) {
            connected = true;
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                lastId = event.get().id();
                if (!action.test(event.get())) {
                    return false;
                }
            }
            pause = events.retry().orElse(pause);
        } catch (IOException e) {
            if (!connected) {
                throw api.unreachable(e);
            }
        } catch (CommandFailure e) {
            // A server that is away for a moment, as while a partition moves.
            if (!connected || e.exitCode() != ExitCode.UNREACHABLE) {
                throw e;
            }
        }
        return true;
    }

    private Map<String, String> headers() {
        var all = new HashMap<>(headers);
        all.put("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            all.put("Last-Event-ID", lastId);
        }
        return all;
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted while waiting to connect again", e);
        }
    }
}
