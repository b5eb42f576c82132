package dev.daybook.processor;

import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import dev.daybook.processor.command.Rules;
import dev.daybook.streams.runtime.ResourceSettings;
import dev.daybook.streams.runtime.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of the processor.
 *
 * @param adminHost where health and metrics are served
 * @param adminPort the port for them; 0: any that is free
 * @param rules what outcomes depend on besides the log
 * @param resources what an instance may use of its machine
 */
public record ProcessorConfig(CommonConfig common, String adminHost, int adminPort, Rules rules, Resources resources) {

    public static final Setting<String> ADMIN_HOST = Setting.of(
            "admin.host", ValueType.text(), "127.0.0.1", "the address that health and metrics are served on");

    public static final Setting<Integer> ADMIN_PORT = Setting.of(
            "admin.port",
            ValueType.port(),
            8082,
            "the port that health and metrics are served on; 0: any that is free");

    public static final Setting<Duration> DEDUPE_WINDOW = Setting.of(
            "processor.dedupe.window",
            ValueType.duration(),
            Duration.ofHours(24),
            "how long a command id counts as the same command, in the log's time. Outcomes depend on it");

    public static final Setting<Integer> PAYLOAD_MAX_BYTES = Setting.of(
            "processor.payload.max.bytes",
            ValueType.integer(10_000, 100_000_000),
            1_000_000,
            "bytes",
            "the most that an event, a state or an outcome may have; a command that leads to more fails. Outcomes"
                    + " depend on it. Topics need a max.message.bytes that is " + Resources.HEADROOM + " more");

    /** What the names of its own settings begin with. */
    static final String PREFIX = "processor.";

    private static final ResourceSettings RESOURCES = ResourceSettings.of(PREFIX, "processor", "each context");

    /** Every setting of the processor. */
    public static List<Setting<?>> settings() {
        var settings = new ArrayList<>(CommonConfig.settings());
        settings.addAll(List.of(ADMIN_HOST, ADMIN_PORT, DEDUPE_WINDOW, PAYLOAD_MAX_BYTES));
        settings.addAll(RESOURCES.all());
        return settings;
    }

    /** Reads it. */
    public static ProcessorConfig from(Settings settings) {
        return new ProcessorConfig(
                CommonConfig.from(settings),
                settings.get(ADMIN_HOST),
                settings.get(ADMIN_PORT),
                new Rules(settings.get(DEDUPE_WINDOW), settings.get(PAYLOAD_MAX_BYTES)),
                RESOURCES.from(settings));
    }
}
