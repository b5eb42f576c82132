package dev.daybook.projection;

import dev.daybook.http.HttpConfig;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import dev.daybook.projection.live.StreamConfig;
import dev.daybook.projection.peer.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the read side.
 *
 * @param common what all apps share
 * @param http how it serves queries
 * @param stateDir the folder of the stores; what is lost with it is restored from Kafka
 * @param storeMemory the memory of all stores together, in mebibytes
 * @param longestWait the longest that a request may wait for what its tokens ask
 * @param address where other instances reach this one; null: where it listens
 * @param standbys how many other instances keep a copy of each partition
 * @param forwardTimeout how long another instance may take to answer what is not here
 * @param streams how streams are served
 */
public record ProjectionConfig(
        CommonConfig common,
        HttpConfig http,
        Path stateDir,
        int storeMemory,
        Duration longestWait,
        @Nullable Address address,
        int standbys,
        Duration forwardTimeout,
        StreamConfig streams) {
    private static final Setting<Integer> PORT = HttpConfig.port(8081);
    private static final Setting<Path> STATE_DIR = Setting.of(
            "state.dir",
            ValueType.path(),
            Path.of("data", "projection-app"),
            "The folder of the stores. What is lost with it is restored from Kafka, which takes time.");
    private static final Setting<Integer> STORE_MEMORY = Setting.of(
            "store.memory",
            ValueType.integer(8, 1 << 20),
            64,
            "MiB",
            "The memory of all stores together, for blocks read and for writes not yet on disk.");
    private static final Setting<Duration> LONGEST_WAIT = Setting.of(
            "query.wait.max",
            ValueType.duration(),
            Duration.ofSeconds(30),
            "The longest that a request may ask to wait, with Prefer: wait=, for what its tokens ask.");
    private static final Setting<Address> ADDRESS = Setting.optional(
            "advertised.address",
            Address.type(),
            "Where other instances reach this one. Unless it is set: http.host, or the name of the host if that is any"
                    + " address, and the port that it listens on.");
    private static final Setting<Integer> STANDBYS = Setting.of(
            "standbys",
            ValueType.integer(0, 10),
            0,
            "copies",
            "How many other instances keep a copy of each partition, to take over soon, and to be read meanwhile.");
    private static final Setting<Duration> FORWARD_TIMEOUT = Setting.of(
            "forward.timeout",
            ValueType.duration(),
            Duration.ofSeconds(2),
            "How long another instance may take to answer what is not here, besides what it is asked to wait.");

    /** The settings that it is read from. */
    public static List<Setting<?>> settings() {
        var settings = new ArrayList<>(CommonConfig.settings());
        settings.addAll(HttpConfig.settings(PORT));
        settings.addAll(List.of(STATE_DIR, STORE_MEMORY, LONGEST_WAIT, ADDRESS, STANDBYS, FORWARD_TIMEOUT));
        settings.addAll(StreamConfig.settings());
        return settings;
    }

    /** Reads it. */
    public static ProjectionConfig from(Settings settings) {
        return new ProjectionConfig(
                CommonConfig.from(settings),
                HttpConfig.from(settings, PORT),
                settings.get(STATE_DIR),
                settings.get(STORE_MEMORY),
                settings.get(LONGEST_WAIT),
                settings.find(ADDRESS).orElse(null),
                settings.get(STANDBYS),
                settings.get(FORWARD_TIMEOUT),
                StreamConfig.from(settings));
    }
}
