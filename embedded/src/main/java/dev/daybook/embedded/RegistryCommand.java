package dev.daybook.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Apicurio's process is started. */
record RegistryCommand(RegistryHome home, Path dataDir, int port) {

    private static final List<String> SMALL_JVM = List.of(
            "-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    ChildProcess start() throws IOException {
        var command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(SMALL_JVM);
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + home.classArchive());
        command.addAll(settings());
        command.addAll(List.of("-jar", home.program().toString()));
        return ChildProcess.start("registry", command, new ProcessBuilder().directory(dataDir.toFile()), log());
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

    /** What the process prints. */
    Path log() {
        return dataDir.resolve("registry.log");
    }

    /** Where it speaks Confluent's protocol. */
    URI url() {
        return URI.create("http://" + Loopback.HOST + ":" + port + "/apis/ccompat/v7");
    }
}
