package dev.daybook.processes.runtime;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Publication;
import dev.daybook.platform.app.App;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.platform.topic.TopicGuard;
import dev.daybook.processes.forward.ForwardClients;
import dev.daybook.processes.forward.Forwarders;
import dev.daybook.processes.publication.PublicationPath;
import dev.daybook.processes.publication.PublicationTopology;
import dev.daybook.processes.topology.ProcessPath;
import dev.daybook.processes.topology.ProcessTopology;
import dev.daybook.streams.runtime.ChangelogGuard;
import dev.daybook.streams.runtime.Launch;
import dev.daybook.streams.runtime.Recollection;
import dev.daybook.streams.runtime.Surroundings;
import dev.daybook.streams.runtime.TopicFacts;
import dev.daybook.streams.wire.Patience;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Starts all that a context has of processes and publications, once its topics are safe and its contract is accepted.
 *
 * @param brief the patience of who has others waiting behind it
 * @param largestPayload the most bytes that what is written may have
 * @param payloadSetting the name of the setting that says so
 * @param timersAhead how far ahead of the clock timers run
 */
public record Start(
        Launch launch,
        Surroundings surroundings,
        Patience brief,
        int largestPayload,
        String payloadSetting,
        Duration timersAhead) {

    /** The groups of all that runs for a context. */
    public static List<String> groups(BoundedContext context) {
        var processes = context.processes().stream()
                .flatMap(process -> Stream.of(
                        ProcessTopology.applicationId(context, process), Forwarders.router(context, process)));
        var relay = context.processes().isEmpty() ? Stream.<String>of() : Stream.of(Forwarders.relay(context));
        var publications = context.publications().stream()
                .map(publication -> PublicationTopology.applicationId(context, publication));
        return Stream.of(processes, relay, publications)
                .flatMap(groups -> groups)
                .toList();
    }

    /**
     * Starts a context. It waits for Kafka and for the registry.
     *
     * @param started takes each part as soon as it is started
     */
    public void start(BoundedContext context, Consumer<App> started) throws InterruptedException {
        if (groups(context).isEmpty()) {
            return;
        }
        var topics = launch.inspect(admin -> inspect(admin, context));
        for (var publication : context.publications()) {
            started.accept(start(context, publication, topics));
        }
        if (context.processes().isEmpty()) {
            return;
        }
        for (var process : context.processes()) {
            started.accept(start(context, process, topics));
            started.accept(forwarders(context, topics, List.of(names(context).inbox(process.name())))
                    .route(process));
        }
        started.accept(forwarders(context, topics, commands(context)).relay());
    }

    private App start(BoundedContext context, BusinessProcess<?, ?> process, TopicFacts topics)
            throws InterruptedException {
        launch.register(ProcessTopology.contract(context, process));
        var names = names(context);
        var outputs = List.of(names.events(process.name()), names.outbox(), names.deadLetters());
        var limits = topics.limits(outputs, names.deadLetters(), largestPayload, payloadSetting);
        var path = new ProcessPath<>(
                context,
                process,
                topics.partitions(names.inbox(process.name())),
                largestPayload,
                limits.largestDeadLetter(),
                timersAhead,
                surroundings.serdes(),
                surroundings.patience(),
                surroundings.meters());
        return launch.start(ProcessTopology.applicationId(context, process), ProcessTopology.build(path), limits);
    }

    private App start(BoundedContext context, Publication<?, ?, ?> publication, TopicFacts topics)
            throws InterruptedException {
        launch.register(PublicationTopology.contract(context, publication));
        var names = names(context);
        var limits = topics.limits(List.of(names.published()), names.published(), largestPayload, payloadSetting);
        var path = new PublicationPath<>(
                context,
                publication,
                largestPayload,
                surroundings.serdes(),
                surroundings.patience(),
                surroundings.meters());
        return launch.start(
                PublicationTopology.applicationId(context, publication), PublicationTopology.build(path), limits);
    }

    private Forwarders forwarders(BoundedContext context, TopicFacts topics, List<String> destinations)
            throws InterruptedException {
        var largest = destinations.stream().mapToInt(topics::largest).min().orElseThrow();
        // One producer sends both, and refuses what its destinations would not take.
        var largestDeadLetter = Math.min(largest, topics.largest(names(context).deadLetters()));
        return new Forwarders(
                context,
                surroundings,
                brief,
                ForwardClients.of(surroundings.kafka(), launch, largest),
                largestDeadLetter);
    }

    private static TopicFacts inspect(Admin admin, BoundedContext context)
            throws ExecutionException, InterruptedException {
        TopicGuard.check(List.of(context), admin);
        var facts = TopicFacts.read(admin, topics(context));
        requireRoom(facts, context);
        ChangelogGuard.check(admin, recollections(context));
        return facts;
    }

    private static List<Recollection> recollections(BoundedContext context) {
        return Stream.concat(
                        context.processes().stream().map(process -> recollection(context, process)),
                        context.publications().stream().map(publication -> recollection(context, publication)))
                .toList();
    }

    private static Recollection recollection(BoundedContext context, BusinessProcess<?, ?> process) {
        return new Recollection(
                ProcessTopology.applicationId(context, process),
                ProcessTopology.changelog(context, process),
                names(context).inbox(process.name()),
                names(context).events(process.name()),
                "instances would forget what they heard, what they wait for and their timers",
                Recollection.BEGIN_ANEW);
    }

    /** What publications write lies in one topic. */
    private static Recollection recollection(BoundedContext context, Publication<?, ?, ?> publication) {
        var application = PublicationTopology.applicationId(context, publication);
        return new Recollection(
                application,
                PublicationTopology.changelog(context, publication),
                names(context).events(publication.aggregate().type()),
                null,
                "it would stand still at the next event of an aggregate that it has told of",
                "or delete the group " + application
                        + ", and it tells everybody everything again, from the first event on");
    }

    /** What is forwarded must fit where it goes: a forwarder leaves nothing out. */
    private static void requireRoom(TopicFacts facts, BoundedContext context) {
        var names = names(context);
        for (var process : context.processes()) {
            process.subscriptions()
                    .forEach(subscription ->
                            facts.requireRoom(names.events(subscription.aggregate()), names.inbox(process.name())));
            commands(context).forEach(commands -> facts.requireRoom(names.outbox(), commands));
        }
    }

    private static Set<String> topics(BoundedContext context) {
        var names = names(context);
        var topics = new LinkedHashSet<String>();
        topics.add(names.deadLetters());
        for (var process : context.processes()) {
            topics.addAll(List.of(names.inbox(process.name()), names.events(process.name()), names.outbox()));
            topics.addAll(commands(context));
            process.subscriptions().forEach(subscription -> topics.add(names.events(subscription.aggregate())));
        }
        if (!context.publications().isEmpty()) {
            topics.add(names.published());
        }
        return topics;
    }

    private static List<String> commands(BoundedContext context) {
        return context.aggregates().stream()
                .map(Aggregate::type)
                .map(names(context)::commands)
                .toList();
    }

    private static ContextTopics names(BoundedContext context) {
        return new ContextTopics(context.name());
    }
}
