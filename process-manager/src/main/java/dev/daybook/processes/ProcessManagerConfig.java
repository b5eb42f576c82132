package dev.daybook.processes;

import dev.daybook.http.HttpConfig;
import dev.daybook.http.request.Principals;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import dev.daybook.streams.runtime.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of the process manager.
 *
 * @param http how it serves its health, and takes what people tell instances
 * @param principals how it finds on whose behalf somebody tells an instance something
 * @param resources what an instance of it may use of its machine
 * @param largestPayload the most bytes that what it writes may have
 * @param timersAhead how far ahead of the clock timers run
 */
public record ProcessManagerConfig(
        CommonConfig common,
        HttpConfig http,
        Principals principals,
        Resources resources,
        int largestPayload,
        Duration timersAhead) {

    /** What the names of its own settings begin with. */
    static final String PREFIX = "";

    static final Setting<Integer> PAYLOAD_MAX_BYTES = Setting.of(
            "payload.max.bytes",
            ValueType.integer(10_000, 100_000_000),
            1_000_000,
            "bytes",
            "the most that an instance, a command or an integration event may have. Topics need a max.message.bytes"
                    + " that is "
                    + Resources.HEADROOM + " more");

    private static final Setting<Integer> PORT = HttpConfig.port(8083);

    private static final Setting<Path> STATE_DIR = Setting.of(
            "state.dir",
            ValueType.path(),
            Path.of("data", "processes"),
            "where state is kept between runs; it can be lost, and is then restored from Kafka. No two instances share"
                    + " it");

    private static final Setting<Integer> THREADS = Setting.of(
            "threads",
            ValueType.integer(1, 256),
            1,
            "threads",
            "the stream threads for each process and each publication; each commits its own transactions");

    private static final Setting<Integer> STANDBYS = Setting.of(
            "standbys",
            ValueType.integer(0, 10),
            1,
            "copies",
            "the copies of each partition's state that other instances keep up to date, to take over at once");

    private static final Setting<Integer> STORE_MEMORY = Setting.of(
            "store.memory",
            ValueType.integer(8, 1_000_000),
            64,
            "MiB",
            "the memory outside of the heap that all stores share, for blocks, indexes, filters and write buffers");

    private static final Setting<Duration> TIMERS_AHEAD = Setting.of(
            "timers.ahead",
            ValueType.duration(),
            Duration.ZERO,
            "how far ahead of the clock timers run: for drills, in which nobody waits for days");

    /** Every setting of the process manager. */
    public static List<Setting<?>> settings() {
        var settings = new ArrayList<>(CommonConfig.settings());
        settings.addAll(HttpConfig.settings(PORT));
        settings.addAll(List.of(
                Principals.HEADER, STATE_DIR, THREADS, STANDBYS, STORE_MEMORY, PAYLOAD_MAX_BYTES, TIMERS_AHEAD));
        return settings;
    }

    /** Reads it. */
    public static ProcessManagerConfig from(Settings settings) {
        return new ProcessManagerConfig(
                CommonConfig.from(settings),
                HttpConfig.from(settings, PORT),
                Principals.from(settings),
                new Resources(
                        settings.get(STATE_DIR),
                        settings.get(THREADS),
                        settings.get(STANDBYS),
                        settings.get(STORE_MEMORY) * 1024L * 1024L),
                settings.get(PAYLOAD_MAX_BYTES),
                settings.get(TIMERS_AHEAD));
    }
}
