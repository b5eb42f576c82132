package dev.daybook.cli.trace;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.console.Terminal;
import dev.daybook.cli.stack.Brokers;
import dev.daybook.cli.stack.RunningStack;
import dev.daybook.cli.stack.Target;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.process.ProcessEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daybook trace}: what followed from a command. */
@Command(
        name = "trace",
        description = {
            "Tells what followed from a command, across aggregates and processes: commands, what happened, what"
                    + " processes did about it, timers, refusals and dead letters. It reads the log itself, with its"
                    + " headers; it asks the gateway what became of commands without events.",
            "./daybook submit prints the id; ./daybook timeline shows it beside each event, where it is not that of the"
                    + " command.",
            "With --bootstrap-server it reads that cluster, and asks only the --gateway and --registry that are named.",
            "  ./daybook trace 019a3c5e-7b00-7000-8000-000000000001"
        })
public final class TraceCommand implements Callable<Integer> {
    private static final URI LOCAL_REGISTRY = URI.create("http://127.0.0.1:8085/apis/ccompat/v7");

    @Parameters(
            index = "0",
            paramLabel = "CORRELATION",
            converter = NonEmpty.class,
            description = "The correlation id: that of the first command, unless it was sent with another.")
    private String correlationId = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Leave out what is older, such as 2026-11-01T12:00:00Z; default: read all that is kept.")
    private @Nullable Instant since;

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry; default: that of the stack.")
    private @Nullable URI registry;

    @Mixin
    private Brokers brokers = new Brokers();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        // Who names a data folder means the stack on it, and no other; who names a cluster need not mean a stack at
        // all.
        var gateway = brokers.isNamed() && !target.namesGateway() ? null : target.gateway();
        var story = read(BoundedContexts.load());
        if (story.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "Nothing in the log has the correlation id '" + correlationId + "'. ./daybook timeline AGGREGATE ID"
                            + " shows it beside each event, where it is not the id of the command.");
        }
        var verdicts = new Verdicts(gateway).of(story);
        output.print(
                new Document(verdicts).of(correlationId, story),
                () -> new Tree(new Words(verdicts), output::line).print(story));
        return ExitCode.DONE;
    }

    private List<Node> read(List<BoundedContext> contexts) throws IOException {
        var topics = Topics.of(contexts);
        try (var log = LogReader.with(brokers.config(target.running()));
                var schemas = new HttpSchemaRegistry(RegistryConfig.of(registry()))) {
            var steps = namesRegistry() ? new RecordSerdes(schemas).deserializer(ProcessEvent.class) : null;
            if (steps == null) {
                output.remarks()
                        .println("What processes did is not decoded: name the schema registry of the cluster with"
                                + " --registry.");
            }
            var sieve = new Sieve(correlationId, topics, steps);
            return new Story(log, sieve).read(topics.keySet(), since, progress());
        } catch (RegistryUnavailableException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE, e.getMessage() + ". Name the schema registry with --registry.", e);
        } catch (KafkaException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The log cannot be read: " + e.getMessage() + ". Is there a broker at "
                            + brokers.servers(target.running()) + "? Name one with --bootstrap-server.",
                    e);
        }
    }

    private LogReader.Progress progress() {
        if (!Terminal.interactive()) {
            return (_, _) -> {};
        }
        var bar = ProgressBar.from(output.remarks(), true, "records", 0);
        return bar::reach;
    }

    /** Another cluster may have another registry, where the same number is another schema. */
    private boolean namesRegistry() {
        return registry != null || target.namesFolder() || !brokers.isNamed();
    }

    private URI registry() {
        return registry != null
                ? registry
                : target.running().map(RunningStack::registry).orElse(LOCAL_REGISTRY);
    }
}
