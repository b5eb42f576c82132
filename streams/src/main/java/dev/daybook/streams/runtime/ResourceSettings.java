package dev.daybook.streams.runtime;

import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import java.nio.file.Path;
import java.util.List;

/** The settings of what an instance may use of its machine. */
public record ResourceSettings(
        Setting<Path> stateDir, Setting<Integer> threads, Setting<Integer> standbys, Setting<Integer> storeMemory) {

    /**
     * Those of a process.
     *
     * @param prefix what their names begin with, such as {@code processor.}; may be empty
     * @param folder the folder of its state, if nobody names another
     * @param each what has stream threads of its own
     */
    public static ResourceSettings of(String prefix, String folder, String each) {
        return new ResourceSettings(
                Setting.of(
                        prefix + "state.dir",
                        ValueType.path(),
                        Path.of("data", folder),
                        "where state is kept between runs; it can be lost, and is then restored from Kafka. No two"
                                + " instances share it"),
                Setting.of(
                        prefix + "threads",
                        ValueType.integer(1, 256),
                        1,
                        "threads",
                        "the stream threads for " + each + "; each commits its own transactions"),
                Setting.of(
                        prefix + "standbys",
                        ValueType.integer(0, 10),
                        1,
                        "copies",
                        "the copies of each partition's state that other instances keep up to date, to take over at"
                                + " once"),
                Setting.of(
                        prefix + "store.memory",
                        ValueType.integer(8, 1_000_000),
                        64,
                        "MiB",
                        "the memory outside of the heap that all stores share, for blocks, indexes, filters and write"
                                + " buffers"));
    }

    /** All of them. */
    public List<Setting<?>> all() {
        return List.of(stateDir, threads, standbys, storeMemory);
    }

    /** Reads them. */
    public Resources from(Settings settings) {
        return new Resources(
                settings.get(stateDir),
                settings.get(threads),
                settings.get(standbys),
                settings.get(storeMemory) * 1024L * 1024L);
    }
}
