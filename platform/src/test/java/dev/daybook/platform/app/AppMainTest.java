package dev.daybook.platform.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.platform.config.ConfigException;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppMainTest {
    private static final Setting<Integer> PORT =
            Setting.of("http.port", ValueType.port(), 8080, "where the app listens");
    private static final Setting<Integer> LIMIT =
            Setting.of("body.limit", ValueType.integer(1, 1 << 20), 65_536, "bytes", "the largest body");
    private static final Setting<String> SERVERS =
            Setting.required("kafka.bootstrap.servers", ValueType.text(), "where the brokers are");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeApp app = new FakeApp();

    @TempDir
    Path folder;

    @Test
    void help_lists_every_setting_with_default_unit_doc_and_variable() {
        assertThat(run(settings -> app, "--help")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("Usage: orders-test [--config FILE] [--help]")
                .contains("""
                    http.port  (DAYBOOK_HTTP_PORT)
                        where the app listens
                        a whole number from 0 to 65535; default: 8080
                    """)
                .contains("a whole number from 1 to 1048576, in bytes; default: 65536")
                .contains("a text; required");
    }

    @Test
    void a_wrong_configuration_ends_with_2_and_says_what_to_do() {
        var code = new AppMain(
                        "orders-test", List.of(PORT, SERVERS), settings -> app, Map.of(), stream(out), stream(err))
                .run(new String[0]);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("orders-test is not configured right:")
                .contains("  - kafka.bootstrap.servers is required: set it in the file, or "
                        + "DAYBOOK_KAFKA_BOOTSTRAP_SERVERS in the environment")
                .contains("--help lists every setting");
    }

    @Test
    void a_configuration_that_the_app_refuses_ends_with_2() {
        assertThat(run(settings -> {
                    throw new ConfigException(List.of("the two do not go together"));
                }))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("  - the two do not go together");
    }

    @Test
    void arguments_that_are_not_known_end_with_2() {
        assertThat(run(settings -> app, "--port", "1")).isEqualTo(2);
        assertThat(run(settings -> app, "--config")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("The argument '--port' is not known; there are --help and --config FILE")
                .contains("--config must be followed by a file");
    }

    @Test
    void an_app_that_cannot_start_ends_with_1() {
        assertThat(run(settings -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("orders-test cannot start: ").contains("the disk is full");
    }

    @Test
    void reads_the_file_and_closes_the_app_at_the_end() throws Exception {
        var file = Files.writeString(folder.resolve("app.properties"), "http.port = 99");
        var port = new AtomicInteger();
        var code = new CompletableFuture<Integer>();
        var thread = Thread.ofPlatform()
                .start(() -> code.complete(run(
                        settings -> {
                            port.set(settings.get(PORT));
                            return app;
                        },
                        "--config",
                        file.toString())));
        await().until(() -> port.get() == 99);

        thread.interrupt();

        assertThat(code.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(app.closed).isTrue();
    }

    @Test
    void a_signal_closes_the_app_and_ends_with_0() throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PatientMain.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.lines().anyMatch("started"::equals)).isTrue();

            process.toHandle().destroy(); // unlike process.destroy(), it leaves the output open

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(output.lines()).contains("closed");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private int run(AppFactory factory, String... args) {
        return new AppMain(
                        "orders-test",
                        List.of(PORT, LIMIT, SERVERS),
                        factory,
                        Map.of("DAYBOOK_KAFKA_BOOTSTRAP_SERVERS", "a:1"),
                        stream(out),
                        stream(err))
                .run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    /** A main like that of any app. */
    static final class PatientMain {
        public static void main(String[] args) {
            System.exit(AppMain.run("patient", List.of(), PatientMain::start, args));
        }

        private static App start(Settings settings) {
            System.out.println("started");
            return new FakeApp() {
                @Override
                public void close() {
                    System.out.println("closed");
                }
            };
        }
    }
}
