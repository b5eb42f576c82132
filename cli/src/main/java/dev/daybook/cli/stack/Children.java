package dev.daybook.cli.stack;

import dev.daybook.embedded.JvmCommand;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the apps of a stack are started with in JVMs of their own: the main of each, and what fits on a laptop. */
final class Children {
    private static final String PROCESSOR = "dev.daybook.processor.Main";
    private static final String GATEWAY = "dev.daybook.gateway.Main";
    private static final String PROJECTIONS = "dev.daybook.projection.Main";
    private static final String PROCESSES = "dev.daybook.processes.Main";

    /** As the stack's own JVM; being ready soon counts for more than the highest rate. */
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=daybook-stack-logback.xml");

    private Children() {}

    /** Besides its heap it has the memory of its stores, 64 MiB. */
    static JvmCommand processor(String name, Map<String, String> settings, DataFolder data) {
        return command(name, PROCESSOR, "-Xmx192m", data).withSettings(settings);
    }

    static JvmCommand gateway(String name, Map<String, String> settings, DataFolder data) {
        return command(name, GATEWAY, "-Xmx128m", data).withSettings(settings);
    }

    /** Besides its heap it has the memory of its stores, as a processor. */
    static JvmCommand projections(String name, Map<String, String> settings, DataFolder data) {
        return command(name, PROJECTIONS, "-Xmx192m", data).withSettings(settings);
    }

    /** Besides its heap it has the memory of its stores, as a processor. */
    static JvmCommand processes(String name, Map<String, String> settings, DataFolder data) {
        return command(name, PROCESSES, "-Xmx192m", data).withSettings(settings);
    }

    private static JvmCommand command(String name, String main, String heap, DataFolder data) {
        var flags = Stream.concat(JVM.stream(), Stream.of(heap, "-DLOG_FILE=" + data.log(name)));
        return JvmCommand.of(name, main).withFlags(flags.toList());
    }
}
