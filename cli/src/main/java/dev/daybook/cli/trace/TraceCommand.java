package dev.daybook.cli.trace;

import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.console.Terminal;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.cli.log.LogReader;
import dev.daybook.cli.log.LogSource;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.process.ProcessEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
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

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            converter = WholeNumber.FromOne.class,
            description = "Tell of so many messages at most; default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private LogSource source = new LogSource();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        var topics = Topics.of(BoundedContexts.load());
        var story = source.read((log, schemas) -> read(log, schemas, topics));
        var verdicts = new Verdicts(gateway()).of(story);
        output.print(
                new Document(verdicts).of(correlationId, story),
                () -> new Tree(new Words(verdicts), output::line).print(correlationId, story));
        return ExitCode.DONE;
    }

    /** Who names a data folder means the stack on it, and no other; who names a cluster need not mean a stack at all. */
    private @Nullable Gateway gateway() {
        return source.isNamed() && !source.target().namesGateway()
                ? null
                : source.target().gateway();
    }

    private List<Node> read(LogReader log, SchemaRegistry schemas, Map<String, Topics.Content> topics) {
        var partitions = partitions(log, topics.keySet());
        var ends = log.ends(partitions);
        var story = new Story(
                (since, action) -> log.read(log.beginnings(partitions, since), ends, action, progress()),
                new Sieve(correlationId, topics, steps(schemas)),
                limit);
        var beginnings = story.read(since);
        if (beginnings.isEmpty()) {
            throw new CommandFailure(ExitCode.NOT_FOUND, nothing());
        }
        if (story.isFull()) {
            output.remark("There may be more of this story: these are the first " + limit
                    + " messages that were found. Raise --limit to see more.");
        }
        return beginnings;
    }

    private @Nullable Deserializer<ProcessEvent> steps(SchemaRegistry schemas) {
        if (source.namesRegistry()) {
            return new RecordSerdes(schemas).deserializer(ProcessEvent.class);
        }
        output.remark("What processes did is not decoded: name the schema registry of the cluster with --registry.");
        return null;
    }

    /** The partitions of the topics that there are. */
    private Set<TopicPartition> partitions(LogReader log, Set<String> topics) {
        var partitions = log.partitions(topics);
        var missing = new TreeSet<>(topics);
        partitions.forEach(partition -> missing.remove(partition.topic()));
        if (partitions.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "None of the topics " + missing + " is at " + source.servers() + ". Is that the right cluster?");
        }
        if (!missing.isEmpty()) {
            output.remark("These topics are not there, and not told of: " + missing);
        }
        return partitions;
    }

    private String nothing() {
        return "Nothing in the log%s has the correlation id '%s'. ./daybook timeline AGGREGATE ID shows it beside each event, where it is not the id of the command."
                .formatted(since == null ? "" : " since " + since, correlationId);
    }

    private LogReader.Progress progress() {
        return Terminal.interactive()
                ? ProgressBar.from(output.remarks(), true, "records", 0)::reach
                : LogReader.Progress.NONE;
    }
}
