package dev.daybook.cli.stack;

import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Daybook a command talks to: the one that runs on a data folder, or one at URLs that are given. */
public final class Target {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the stack; default: data beside the daybook script.")
    private @Nullable Path data;

    @Option(names = "--gateway", paramLabel = "URL", description = "The command API; default: that of the stack.")
    private @Nullable URI gateway;

    @Option(names = "--query", paramLabel = "URL", description = "The query API; default: that of the stack.")
    private @Nullable URI query;

    @Option(names = "--processes", paramLabel = "URL", description = "The process manager; default: that of the stack.")
    private @Nullable URI processes;

    public DataFolder dataFolder() {
        return data == null ? DataFolder.standard() : new DataFolder(data);
    }

    public Gateway gateway() {
        return new Gateway(url(gateway, RunningStack::gateway, Ports.GATEWAY));
    }

    /** Whether the caller says which gateway is meant, or on which folder its stack runs. */
    public boolean namesGateway() {
        return gateway != null || namesFolder();
    }

    /** Whether the caller says which data folder is meant. */
    public boolean namesFolder() {
        return data != null;
    }

    public Queries queries() {
        return new Queries(url(query, RunningStack::queries, Ports.QUERY));
    }

    /** Where instances of processes are told what to do. */
    public URI processes() {
        return url(processes, RunningStack::processes, Ports.PROCESSES);
    }

    private URI url(@Nullable URI given, Function<RunningStack, URI> api, String standardPort) {
        return given != null ? given : stack().map(api).orElseGet(() -> URI.create("http://127.0.0.1:" + standardPort));
    }

    /** The stack that is meant, if one runs. Who names a folder means the stack on it: no other is asked in its place. */
    public Optional<RunningStack> stack() {
        return namesFolder() ? Optional.of(requireRunning()) : running();
    }

    public Optional<RunningStack> running() {
        return dataFolder().running();
    }

    /** The stack that runs on the data folder, for a command that cannot do without. */
    public RunningStack requireRunning() {
        return running()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "No stack runs on the data folder " + dataFolder().root()
                                + ". Start one with ./daybook up, or name its folder with --data."));
    }
}
