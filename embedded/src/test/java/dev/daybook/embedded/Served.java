package dev.daybook.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A program that is ready as soon as it has read its settings, and says goodbye. */
final class Served {
    private Served() {}

    /** In a JVM of its own. */
    static ChildJvm start(Path folder, int port) {
        var command = JvmCommand.of("served", Served.class.getName())
                .withFlags(List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"))
                .withSettings(Map.of("port", String.valueOf(port), "name", "a = b: c#\\ ü"))
                .withEnvironment(Map.of("GREETING", "goodbye"));
        return ChildJvm.start(command, folder);
    }

    public static void main(String[] args) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(args[1]))) {
            settings.load(reader);
        }
        System.out.println(args[0] + " " + settings.getProperty("name"));
        var port = Integer.parseInt(settings.getProperty("port"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(System.getenv("GREETING"))));
    }
}
