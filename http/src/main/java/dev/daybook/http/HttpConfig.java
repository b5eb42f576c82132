package dev.daybook.http;

import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import java.time.Duration;
import java.util.List;

/**
 * How an app serves HTTP.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param maxHeaderBytes the longest request line and headers together
 * @param idleTimeout how long a connection may be silent while no request is being answered
 */
public record HttpConfig(String host, int port, int maxHeaderBytes, Duration idleTimeout) {
    private static final Setting<String> HOST = Setting.of(
            "http.host",
            ValueType.text(),
            "127.0.0.1",
            "the address to listen on; 0.0.0.0 lets other machines in, and there is no authentication yet");
    private static final Setting<Integer> MAX_HEADERS = Setting.of(
            "http.headers.max",
            ValueType.integer(1024, 1 << 20),
            16 * 1024,
            "bytes",
            "the longest request line and headers together; above it the answer is 431");
    private static final Setting<Duration> IDLE_TIMEOUT = Setting.of(
            "http.idle.timeout",
            ValueType.duration(),
            Duration.ofSeconds(30),
            "how long a connection may be silent before it is closed");

    /** On any free port of the loopback address, with the defaults. */
    public static HttpConfig onFreePort() {
        return new HttpConfig("127.0.0.1", 0, 16 * 1024, Duration.ofSeconds(30));
    }

    /** The setting of the port; every app has its own default. */
    public static Setting<Integer> port(int defaultPort) {
        return Setting.of("http.port", ValueType.port(), defaultPort, "the port to listen on; 0 for any that is free");
    }

    /** The settings that it is read from. */
    public static List<Setting<?>> settings(Setting<Integer> port) {
        return List.of(HOST, port, MAX_HEADERS, IDLE_TIMEOUT);
    }

    /** Reads it. */
    public static HttpConfig from(Settings settings, Setting<Integer> port) {
        return new HttpConfig(
                settings.get(HOST), settings.get(port), settings.get(MAX_HEADERS), settings.get(IDLE_TIMEOUT));
    }
}
