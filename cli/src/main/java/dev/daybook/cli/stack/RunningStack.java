package dev.daybook.cli.stack;

import java.net.URI;

/**
 * What a running stack tells other processes in its data folder.
 *
 * @param pid the process that runs it
 * @param started when that process started, as the operating system tells it, so that a process that happens to get
 *     the same id later is not taken for it
 */
public record RunningStack(
        long pid, String started, URI gateway, URI queries, String bootstrapServers, URI registry, URI processorAdmin) {

    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).equals(started))
                .isPresent();
    }

    static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
