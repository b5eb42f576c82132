package dev.daybook.processor;

import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import dev.daybook.processor.command.Rules;
import dev.daybook.streams.runtime.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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

    public static final Setting<Path> STATE_DIR = Setting.of(
            "processor.state.dir",
            ValueType.path(),
            Path.of("data", "processor"),
            "where state is kept between runs; it can be lost, and is then restored from Kafka. No two instances share"
                    + " it");

    public static final Setting<Integer> THREADS = Setting.of(
            "processor.threads",
            ValueType.integer(1, 256),
            1,
            "threads",
            "the stream threads for each context; each commits its own transactions");

    public static final Setting<Integer> STANDBYS = Setting.of(
            "processor.standbys",
            ValueType.integer(0, 10),
            1,
            "copies",
            "the copies of each partition's state that other instances keep up to date, to take over at once");

    public static final Setting<Integer> STORE_MEMORY = Setting.of(
            "processor.store.memory",
            ValueType.integer(8, 1_000_000),
            64,
            "MiB",
            "the memory outside of the heap that all stores share, for blocks, indexes, filters and write buffers");

    /** Every setting of the processor. */
    public static List<Setting<?>> settings() {
        return Stream.concat(
                        CommonConfig.settings().stream(),
                        Stream.<Setting<?>>of(
                                ADMIN_HOST,
                                ADMIN_PORT,
                                DEDUPE_WINDOW,
                                PAYLOAD_MAX_BYTES,
                                STATE_DIR,
                                THREADS,
                                STANDBYS,
                                STORE_MEMORY))
                .toList();
    }

    /** Reads it. */
    public static ProcessorConfig from(Settings settings) {
        return new ProcessorConfig(
                CommonConfig.from(settings),
                settings.get(ADMIN_HOST),
                settings.get(ADMIN_PORT),
                new Rules(settings.get(DEDUPE_WINDOW), settings.get(PAYLOAD_MAX_BYTES)),
                new Resources(
                        settings.get(STATE_DIR),
                        settings.get(THREADS),
                        settings.get(STANDBYS),
                        settings.get(STORE_MEMORY) * 1024L * 1024L));
    }
}
