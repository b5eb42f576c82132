package dev.daybook.processes.publication;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.Publication;
import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.Contract;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** A publication: the events of a type of aggregate, folded to what each aggregate is, and translated for others. */
public final class PublicationTopology {

    private PublicationTopology() {}

    /** The Kafka Streams application that runs a publication: also the consumer group, and part of the changelog's name. */
    public static String applicationId(BoundedContext context, Publication<?, ?, ?> publication) {
        return PublicationNames.of(context, publication).application();
    }

    /** The topic that the aggregates are restored from, as Kafka Streams names it. */
    public static String changelog(BoundedContext context, Publication<?, ?, ?> publication) {
        return PublicationNames.of(context, publication).changelog();
    }

    /** The schemas that the application cannot run without. */
    public static Contract contract(BoundedContext context, Publication<?, ?, ?> publication) {
        return Contract.of(context)
                .with(changelog(context, publication), publication.aggregate().state(), Compatibility.BACKWARD);
    }

    /** The topology. */
    public static Topology build(PublicationPath<?, ?, ?> path) {
        var names = path.names();
        var bytes = new ByteArrayDeserializer();
        return new Topology()
                .addSource(AutoOffsetReset.earliest(), names.source(), bytes, bytes, names.events())
                .addProcessor(names.translate(), TranslationProcessor.supplier(path), names.source())
                .addSink(
                        names.sink(),
                        names.published(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        names.translate());
    }
}
