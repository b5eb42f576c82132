package dev.daybook.cli.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.cli.log.LogReader;
import dev.daybook.cli.log.LogSource;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.topic.ContextTopics;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daybook published}: what a bounded context tells others. */
@Command(
        name = "published",
        description = {
            "Tells what a bounded context has told others: the integration events in its topic public.CONTEXT. Those of"
                    + " an aggregate come in their order; those of several, in none that would mean anything.",
            "  ./daybook published orders --key 10248",
            "  ./daybook published orders --follow"
        })
public final class PublishedCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "CONTEXT",
            converter = NonEmpty.class,
            description = "The bounded context, such as orders.")
    private String context = "";

    @Option(
            names = "--key",
            paramLabel = "ID",
            converter = NonEmpty.class,
            description = "Only what is told of the aggregate with this id.")
    private @Nullable String key;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Leave out what is older, such as 2026-11-01T12:00:00Z; default: tell all.")
    private @Nullable Instant since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = WholeNumber.FromOne.class,
            description = "Tell of so many events at most; default: all.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--follow", description = "Go on with what is told from now on, until Ctrl-C.")
    private boolean follow;

    @Mixin
    private LogSource source = new LogSource();

    @Mixin
    private Output output = new Output();

    private int told;

    @Override
    public Integer call() throws IOException {
        var topic = topic(BoundedContexts.load());
        source.requireRegistry();
        if (follow || !output.json()) {
            tell(topic, event -> output.line(output.json() ? event.toString() : Telling.of(event)));
        } else {
            var events = output.list("events");
            tell(topic, events::add);
            events.end();
        }
        return ExitCode.DONE;
    }

    private String topic(List<BoundedContext> contexts) {
        var publishing = contexts.stream()
                .filter(each -> !each.publications().isEmpty())
                .map(BoundedContext::name)
                .toList();
        if (!publishing.contains(context)) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "There is no context '" + context + "' that tells others something; "
                            + (publishing.isEmpty() ? "there are none." : "there are " + publishing + "."));
        }
        return new ContextTopics(context).published();
    }

    private void tell(String topic, Consumer<ObjectNode> action) throws IOException {
        source.read((log, schemas) -> {
            read(log, schemas, topic, action);
            return ExitCode.DONE;
        });
    }

    private void read(LogReader log, SchemaRegistry schemas, String topic, Consumer<ObjectNode> action) {
        var partitions = log.partitions(Set.of(topic));
        if (partitions.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "There is no topic " + topic + " at " + source.servers() + ". Is that the right cluster?");
        }
        var events = new IntegrationEvents(schemas);
        var ends = log.ends(partitions);
        log.read(
                log.beginnings(partitions, since), ends, found -> take(events, found, action), LogReader.Progress.NONE);
        if (follow && told < limit) {
            log.follow(ends, found -> take(events, found, action));
        }
    }

    private boolean take(IntegrationEvents events, ConsumerRecord<byte[], byte[]> found, Consumer<ObjectNode> action) {
        if (key == null || key.equals(IntegrationEvents.key(found))) {
            action.accept(events.json(found));
            told++;
        }
        return told < limit;
    }
}
