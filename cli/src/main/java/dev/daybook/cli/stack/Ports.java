package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.embedded.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The ports of a stack. */
public final class Ports {
    static final String GATEWAY = "8080";
    static final String QUERY = "8081";
    static final String PROCESSOR_ADMIN = "8082";
    static final String PROCESSES = "8083";
    static final String REGISTRY = "8085";
    static final String BROKER = "9092";

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            defaultValue = GATEWAY,
            description = "Commands; ${DEFAULT-VALUE}.")
    int gateway;

    @Option(
            names = "--query-port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            defaultValue = QUERY,
            description = "Queries; ${DEFAULT-VALUE}.")
    int query;

    @Option(
            names = "--processor-admin-port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            defaultValue = PROCESSOR_ADMIN,
            description = "Health and metrics of the processor; ${DEFAULT-VALUE}.")
    int processorAdmin;

    @Option(
            names = "--processes-port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            defaultValue = PROCESSES,
            description = "The process manager; ${DEFAULT-VALUE}.")
    int processes;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            defaultValue = REGISTRY,
            description = "Schema registry; ${DEFAULT-VALUE}.")
    int registry;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            defaultValue = BROKER,
            description = "Kafka; ${DEFAULT-VALUE}.")
    int broker;

    private final Set<Integer> following = new HashSet<>();

    /** Ports that are free at this moment, for stacks that must not be in each other's way. */
    public static Ports free() {
        return new Ports();
    }

    /**
     * Ports for several instances of an app: the first, and for each other the next that is free and has not been given
     * out. Any free ones for 0.
     */
    synchronized List<Integer> following(String host, int first, int count) {
        var found = new ArrayList<Integer>();
        for (var port = first; found.size() < count; port++) {
            var next = first == 0 ? Loopback.reserve("app", 0) : port;
            if (next == first || (!given(next) && isFree(host, next))) {
                found.add(next);
                following.add(next);
            }
        }
        return found;
    }

    private boolean given(int port) {
        return following.contains(port)
                || List.of(gateway, query, processorAdmin, processes, registry, broker)
                        .contains(port);
    }

    /** Fails, naming every port that is taken and the option to choose another. 0 stands for any free port. */
    void requireFree(String host) {
        var taken = new TreeMap<String, Integer>();
        taken.putAll(
                taken(host, Map.of("--gateway-port", gateway, "--query-port", query, "--processes-port", processes)));
        taken.putAll(taken(
                Addresses.LOOPBACK,
                Map.of(
                        "--processor-admin-port",
                        processorAdmin,
                        "--registry-port",
                        registry,
                        "--broker-port",
                        broker)));
        if (!taken.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    taken.entrySet().stream()
                            .map(option -> "Port " + option.getValue() + " is taken; choose another with "
                                    + option.getKey() + " PORT (0: any free one).")
                            .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static Map<String, Integer> taken(String host, Map<String, Integer> portsByOption) {
        var taken = new TreeMap<>(portsByOption);
        taken.values().removeIf(port -> isFree(host, port));
        return taken;
    }

    private static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
