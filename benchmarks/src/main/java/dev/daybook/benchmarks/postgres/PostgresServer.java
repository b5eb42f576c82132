package dev.daybook.benchmarks.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL server with its defaults, on loopback, its data in a folder. */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final List<Path> PLACES = Stream.concat(
                    Pattern.compile(File.pathSeparator)
                            .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                            .map(Path::of),
                    Stream.of("18", "17", "16", "15", "14")
                            .map(release -> Path.of("/usr/lib/postgresql", release, "bin")))
            .toList();

    private final Path bin;
    private final Path data;
    private final int port;
    /** It is a process of its own, and would outlive this JVM. */
    private final Thread atEnd = new Thread(this::stop, "bench-postgres");

    private PostgresServer(Path bin, Path data, int port) {
        this.bin = bin;
        this.data = data;
        this.port = port;
    }

    /** The folder of PostgreSQL's programs, if it is on this machine. */
    public static Optional<Path> find() {
        return PLACES.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .filter(place -> Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
    }

    /** Makes a cluster in a folder that is new, and starts it. */
    public static PostgresServer start(Path bin, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var server = new PostgresServer(bin, folder.resolve("data"), freePort());
        server.own(folder);
        server.run(
                "initdb",
                "--pgdata",
                server.data.toString(),
                "--username",
                USER,
                "--auth",
                "trust",
                "--encoding",
                "UTF8");
        server.run(
                "pg_ctl",
                "--pgdata",
                server.data.toString(),
                "--log",
                folder.resolve("postgres.log").toString(),
                "--options",
                "-p " + server.port + " -k " + folder,
                "--wait",
                "start");
        Runtime.getRuntime().addShutdownHook(server.atEnd);
        return server;
    }

    /** A new connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
    }

    /** Its release and the settings that decide what a commit costs. */
    public String describe() throws SQLException {
        try (var connection = connect();
                var query = connection.createStatement();
                var row = query.executeQuery("SELECT current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('shared_buffers')")) {
            row.next();
            return "PostgreSQL %s with its defaults: fsync %s, synchronous_commit %s, shared_buffers %s"
                    .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atEnd);
        stop();
    }

    private void stop() {
        try {
            run("pg_ctl", "--pgdata", data.toString(), "--mode", "fast", "--wait", "stop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        // It refuses to run as root.
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        execute(command);
    }

    private void own(Path folder) throws IOException, InterruptedException {
        if (root()) {
            // The folders above it are only ours to enter.
            execute(List.of("chown", USER, folder.toString()));
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("daybook-bench-", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("%s failed: %s".formatted(command, Files.readString(output)));
            }
        } finally {
            Files.delete(output);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
