package dev.daybook.processor.runtime;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.platform.topic.TopicGuard;
import dev.daybook.processor.command.Rules;
import dev.daybook.processor.outlet.ReplyTopics;
import dev.daybook.processor.store.StoreNames;
import dev.daybook.processor.topology.ProcessorTopology;
import dev.daybook.processor.topology.WritePath;
import dev.daybook.streams.runtime.ChangelogGuard;
import dev.daybook.streams.runtime.Launch;
import dev.daybook.streams.runtime.Limits;
import dev.daybook.streams.runtime.Recollection;
import dev.daybook.streams.runtime.RunningStreams;
import dev.daybook.streams.runtime.Surroundings;
import dev.daybook.streams.runtime.TopicFacts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Starts the application of a context once its topics are safe and its contract is accepted. */
public record Start(Launch launch, Surroundings surroundings, Rules rules, String payloadSetting) {

    /** Starts a context. It waits for Kafka and for the registry. */
    public RunningStreams start(BoundedContext context) throws InterruptedException {
        var topics = launch.inspect(admin -> inspect(admin, context));
        launch.register(ProcessorTopology.contract(context));
        var limits = limits(topics, context);
        var path = new WritePath(
                context,
                byType(context, type -> topics.partitions(names(context).commands(type))),
                rules,
                limits.largestDeadLetter(),
                surroundings.serdes(),
                surroundings.patience(),
                surroundings.meters());
        return launch.start(ProcessorTopology.applicationId(context), ProcessorTopology.build(path), limits);
    }

    private static TopicFacts inspect(Admin admin, BoundedContext context)
            throws ExecutionException, InterruptedException {
        TopicGuard.check(List.of(context), admin);
        var names = names(context);
        var facts = TopicFacts.read(
                admin,
                Stream.concat(types(context).map(names::commands), outputs(context).stream())
                        .toList());
        ChangelogGuard.check(
                admin, types(context).map(type -> recollection(context, type)).toList());
        return facts;
    }

    private static Recollection recollection(BoundedContext context, String type) {
        var application = ProcessorTopology.applicationId(context);
        return new Recollection(
                application,
                StoreNames.changelog(application, type),
                names(context).commands(type),
                names(context).events(type),
                "versions would begin again at 1, and a repeated command would be decided again",
                Recollection.BEGIN_ANEW);
    }

    private Limits limits(TopicFacts topics, BoundedContext context) {
        return topics.limits(outputs(context), names(context).deadLetters(), rules.largestPayload(), payloadSetting);
    }

    private static List<String> outputs(BoundedContext context) {
        var names = names(context);
        return Stream.of(
                        types(context).map(names::events),
                        ReplyTopics.of(context).stream(),
                        Stream.of(names.deadLetters()))
                .flatMap(Function.identity())
                .toList();
    }

    private static Map<String, Integer> byType(BoundedContext context, Function<String, Integer> fact) {
        return types(context).collect(Collectors.toMap(type -> type, fact));
    }

    private static Stream<String> types(BoundedContext context) {
        return context.aggregates().stream().map(Aggregate::type);
    }

    private static ContextTopics names(BoundedContext context) {
        return new ContextTopics(context.name());
    }
}
