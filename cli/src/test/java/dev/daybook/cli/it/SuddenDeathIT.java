package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All processes of a stack killed at once in the middle of the demo, as by {@code kill -9} of their group. */
final class SuddenDeathIT {
    private static final Duration BOUND = Duration.ofMinutes(2);

    @TempDir
    private Path temp;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void kill_all() throws InterruptedException {
        for (var process : processes) {
            kill(process);
        }
    }

    @Test
    void loses_nothing_and_repeats_nothing() throws Exception {
        var data = temp.resolve("data");
        var demo = daybook("demo", "--keep", "--data", data.toString());
        awaitOutput(demo, " 30 %");
        kill(demo);
        assertThat(output(demo)).doesNotContain("100 %");

        var up = daybook("up", "--data", data.toString());
        awaitOutput(up, "Ready after");
        var again = DemoRun.on(data);

        assertThat(again.exitCode()).as(again.output()).isZero();
        DemoRun.assertFigures(again.json());
        assertThat(again.json().path("eventsInTopic").asInt()).isEqualTo(6_284);
        var known = again.json().path("known").asInt();
        assertThat(known).isBetween(1_000, 5_530);
        assertThat(again.json().path("new").asInt()).isEqualTo(5_531 - known);
    }

    /** The built command in a process of its own, as the daybook script starts it, on free ports. */
    private Process daybook(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Ddaybook.registry.home=" + Path.of("..", "embedded", "target", "registry"));
        command.addAll(List.of("-jar", Path.of("target", "daybook.jar").toString()));
        command.addAll(List.of(arguments));
        for (var port : List.of("gateway", "query", "broker", "registry", "processor-admin", "processes")) {
            command.addAll(List.of("--" + port + "-port", "0"));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(outputFile(processes.size()))
                .start();
        processes.add(process);
        return process;
    }

    private void awaitOutput(Process process, String text) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(output(process)).contains(text));
    }

    private String output(Process process) throws IOException {
        return Files.readString(outputFile(processes.indexOf(process)).toPath());
    }

    private File outputFile(int process) {
        return temp.resolve("output-" + process + ".txt").toFile();
    }

    private static void kill(Process process) throws InterruptedException {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }
}
