package dev.daybook.gateway.catalog;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.http.Problem;
import dev.daybook.http.json.JsonLimits;
import dev.daybook.http.json.RecordJson;
import dev.daybook.platform.context.CommandNames;
import dev.daybook.platform.topic.ContextTopics;
import java.util.ArrayList;
import java.util.List;

/**
 * All types of aggregate.
 *
 * @param aggregates those of one context after those of another
 */
public record Catalog(List<AggregateType> aggregates) {

    public Catalog {
        aggregates = List.copyOf(aggregates);
    }

    /** The catalog of what the contexts declare. */
    public static Catalog of(List<BoundedContext> contexts, JsonLimits limits) {
        var aggregates = new ArrayList<AggregateType>();
        for (var context : contexts) {
            for (var aggregate : context.aggregates()) {
                aggregates.add(aggregateType(context, aggregate, limits));
            }
        }
        return new Catalog(aggregates);
    }

    /** The aggregate of this name; a problem with status 404 if there is none. */
    public AggregateType aggregate(String name) {
        return aggregates.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name).exception());
    }

    private Problem unknown(String name) {
        var known = aggregates.stream().map(AggregateType::name).toList();
        return Problem.of(
                        404,
                        "unknown-aggregate",
                        "There is no such aggregate",
                        "There is no type of aggregate '%s'; there is %s".formatted(name, known))
                .with("known", known);
    }

    private static AggregateType aggregateType(
            BoundedContext context, Aggregate<?, ?, ?> aggregate, JsonLimits limits) {
        var commands = new ArrayList<CommandType<?>>();
        for (var codec : Vocabulary.of(aggregate.commands()).codecs()) {
            commands.add(commandType(codec, limits));
        }
        var topic = new ContextTopics(context.name()).commands(aggregate.type());
        return new AggregateType(context.name(), aggregate.type(), topic, commands);
    }

    private static <C extends AvroRecord> CommandType<C> commandType(RecordCodec<C> codec, JsonLimits limits) {
        return new CommandType<>(CommandNames.kebab(codec.type()), RecordJson.of(codec, limits));
    }
}
