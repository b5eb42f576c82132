package dev.daybook.projection.live;

import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How streams are served.
 *
 * @param most how many may be open at the same time
 * @param heartbeat how long a stream is silent before a comment is sent
 * @param patience how long a client may not read before its stream is cut off
 */
public record StreamConfig(int most, Duration heartbeat, Duration patience) {
    private static final Setting<Integer> MOST = Setting.of(
            "stream.max",
            ValueType.integer(0, 1_000_000),
            1_000,
            "How many streams may be open at the same time; beyond it the answer is 503.");
    private static final Setting<Duration> HEARTBEAT = Setting.of(
            "stream.heartbeat",
            ValueType.duration(),
            Duration.ofSeconds(15),
            "How long a stream is silent before a comment is sent, which shows that it still stands.");
    private static final Setting<Duration> PATIENCE = Setting.of(
            "stream.patience",
            ValueType.duration(),
            Duration.ofSeconds(10),
            "How long the client of a stream may not read what is sent before the stream is cut off.");

    public StreamConfig {
        requirePositive(HEARTBEAT, heartbeat);
        requirePositive(PATIENCE, patience);
    }

    private static void requirePositive(Setting<Duration> setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s must be longer than 0, but is %s".formatted(setting.key(), value));
        }
    }

    /** The settings that it is read from. */
    public static List<Setting<?>> settings() {
        return List.of(MOST, HEARTBEAT, PATIENCE);
    }

    /** Reads it. */
    public static StreamConfig from(Settings settings) {
        return new StreamConfig(settings.get(MOST), settings.get(HEARTBEAT), settings.get(PATIENCE));
    }

    /** With the defaults. */
    public static StreamConfig standard() {
        return from(Settings.of(settings(), Map.of()));
    }
}
