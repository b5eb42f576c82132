package dev.daybook.cli.stack;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * What a running stack tells other processes in its data folder.
 *
 * @param pid the process that runs it
 * @param started when that process started, as the operating system tells it, so that a process that happens to get
 *     the same id later is not taken for it
 * @param gateway the command API; of the first gateway, if there are several
 * @param processorAdmin where the processor, or the first of several, serves health and metrics
 * @param queries the query API; of the first projection app, if there are several
 * @param processes where the process manager, or the first of several, is told what to do
 * @param instances every instance of every app
 */
public record RunningStack(
        long pid,
        String started,
        URI gateway,
        URI queries,
        String bootstrapServers,
        URI registry,
        URI processorAdmin,
        URI processes,
        List<Member> instances) {

    public RunningStack {
        // What an earlier build has left behind says nothing of these.
        instances = List.copyOf(Objects.requireNonNullElse(instances, List.of()));
        processes = Objects.requireNonNullElseGet(
                processes, () -> Addresses.http(Addresses.LOOPBACK, Integer.parseInt(Ports.PROCESSES)));
    }

    /**
     * An instance of an app.
     *
     * @param name that of the app, with a number if there are several instances
     * @param url where it serves {@code /health/ready} and {@code /metrics}
     * @param pid the process that it runs in
     */
    public record Member(String name, URI url, long pid) {
        static Member of(Instance instance) {
            return new Member(instance.name(), instance.url(), instance.pid());
        }
    }

    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).equals(started))
                .isPresent();
    }

    static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
