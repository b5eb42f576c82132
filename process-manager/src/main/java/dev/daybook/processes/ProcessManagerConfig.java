package dev.daybook.processes;

import dev.daybook.http.HttpConfig;
import dev.daybook.http.request.Principals;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import dev.daybook.streams.runtime.ResourceSettings;
import dev.daybook.streams.runtime.Resources;
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

    private static final ResourceSettings RESOURCES =
            ResourceSettings.of(PREFIX, "processes", "each process and each publication");

    private static final Setting<Duration> TIMERS_AHEAD = Setting.of(
            "timers.ahead",
            ValueType.duration(),
            Duration.ZERO,
            "how far ahead of the clock timers run: for drills, in which nobody waits for days");

    /** Every setting of the process manager. */
    public static List<Setting<?>> settings() {
        var settings = new ArrayList<>(CommonConfig.settings());
        settings.addAll(HttpConfig.settings(PORT));
        settings.addAll(RESOURCES.all());
        settings.addAll(List.of(Principals.HEADER, PAYLOAD_MAX_BYTES, TIMERS_AHEAD));
        return settings;
    }

    /** Reads it. */
    public static ProcessManagerConfig from(Settings settings) {
        return new ProcessManagerConfig(
                CommonConfig.from(settings),
                HttpConfig.from(settings, PORT),
                Principals.from(settings),
                RESOURCES.from(settings),
                settings.get(PAYLOAD_MAX_BYTES),
                settings.get(TIMERS_AHEAD));
    }
}
