package dev.daybook.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A process that starts a server, says how to reach it, and never ends by itself. */
final class Owner {
    private Owner() {}

    public static void main(String[] args) throws Exception {
        var dataDir = Path.of(args[1]);
        System.out.println(
                switch (args[0]) {
                    case "broker" -> EmbeddedBroker.start(dataDir, 0, Map.of()).bootstrapServers();
                    case "registry" -> {
                        var registry = EmbeddedRegistry.start(dataDir, 0);
                        yield registry.process().pid() + " " + registry.url();
                    }
                    case "jvm" -> String.valueOf(Served.start(dataDir, 0).pid());
                    default -> throw new IllegalArgumentException(args[0]);
                });
        Thread.currentThread().join();
    }

    static Process start(String what, Path dataDir) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        what,
                        dataDir.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** What it says, once it can be reached. */
    static String reach(Process owner) throws IOException {
        var said = new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (said == null) {
            throw new AssertionError("The owner ended before it was ready");
        }
        return said;
    }
}
