package dev.daybook.projection;

import static java.util.stream.Collectors.toMap;

import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.process.ReadableContext;
import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.platform.topic.TopicGuard;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.RegistryPatience;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.ViewNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/** What must be so before a view may start: the topics are safe to fold from, and the registry admits the contract. */
final class Prerequisites {

    private Prerequisites() {}

    /** Meets them, or fails; returns how many partitions each topic of events has. */
    static ToIntFunction<String> meet(CommonConfig config, List<ReadableContext> contexts, SchemaRegistry registry) {
        var partitions = partitions(config, contexts);
        contexts.forEach(context ->
                new RegistryPatience(new Closing()).run(() -> contract(context).register(registry)));
        return topic -> Objects.requireNonNull(partitions.get(topic), topic);
    }

    private static Contract contract(ReadableContext context) {
        var contract = Contract.of(context.declared());
        for (var view : context.views()) {
            contract = contract.with(
                    ViewNames.of(context, view, BuildId.first(view.version())).rows(),
                    view.rows(),
                    Compatibility.BACKWARD);
        }
        return contract;
    }

    private static Map<String, Integer> partitions(CommonConfig config, List<ReadableContext> contexts) {
        try (var admin = Admin.create(config.kafka())) {
            TopicGuard.check(contexts.stream().map(ReadableContext::declared).toList(), admin);
            return admin.describeTopics(eventTopics(contexts)).allTopicNames().get().values().stream()
                    .collect(toMap(
                            TopicDescription::name, topic -> topic.partitions().size()));
        } catch (ExecutionException e) {
            throw new KafkaException("The topics of events cannot be described", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the topics were looked at", e);
        }
    }

    private static List<String> eventTopics(List<ReadableContext> contexts) {
        return contexts.stream()
                .flatMap(context -> context.aggregates().stream()
                        .map(aggregate -> new ContextTopics(context.name()).events(aggregate.type())))
                .toList();
    }
}
