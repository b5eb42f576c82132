package dev.daybook.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Apicurio's process is started. */
record RegistryCommand(RegistryHome home, Path dataDir, int port) {

    /**
     * Turns itself into the JVM, after it has left two things behind. The JVM does not hear the Ctrl-C that the terminal
     * sends to everyone: its parent closes it when nobody needs it any more. And a watcher waits for the end of the
     * input, which only the parent has the other side of: when the parent is gone, however it went, it kills the JVM.
     */
    private static final String CHILD = """
        trap '' INT HUP
        exec 3<&0 </dev/null
        { while read -r _; do :; done; kill -KILL $$; } <&3 2>/dev/null &
        exec 3<&- "$@"
        """;

    private static final List<String> SMALL_JVM = List.of(
            "-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    Process start() throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", CHILD, "registry", java()));
        command.addAll(SMALL_JVM);
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + home.classArchive());
        command.addAll(settings());
        command.addAll(List.of("-jar", home.program().toString()));
        return new ProcessBuilder(command)
                .directory(dataDir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()))
                .start();
    }

    private List<String> settings() {
        return List.of(
                "-Dquarkus.http.host=" + Loopback.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=" + Loopback.HOST,
                "-Dquarkus.management.port=0",
                "-Dquarkus.banner.enabled=false",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                // Without a delay, a schema that a record names is in the file before the record is in the log.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + dataDir.resolve("registry") + ";WRITE_DELAY=0");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What the process prints. */
    Path log() {
        return dataDir.resolve("registry.log");
    }

    /** Where it speaks Confluent's protocol. */
    URI url() {
        return URI.create("http://" + Loopback.HOST + ":" + port + "/apis/ccompat/v7");
    }
}
