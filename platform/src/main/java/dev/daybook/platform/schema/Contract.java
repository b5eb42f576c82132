package dev.daybook.platform.schema;

import dev.daybook.avro.Vocabulary;
import dev.daybook.core.BoundedContext;
import dev.daybook.inquiry.Inquiry;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessInstruction;
import dev.daybook.viewbuild.BuildInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;

/**
 * The schemas that an app cannot run without, each under its subject, with what the versions there owe to each other.
 * Immutable.
 */
public final class Contract {
    private final List<Subject> subjects;

    private Contract(List<Subject> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    /** Nothing yet. */
    static Contract none() {
        return new Contract(List.of());
    }

    /** All that the apps of a context, and others, read of each other. */
    public static Contract of(BoundedContext context) {
        var topics = new ContextTopics(context.name());
        var contract = none();
        for (var aggregate : context.aggregates()) {
            contract = contract.with(topics.commands(aggregate.type()), aggregate.commands(), Compatibility.BACKWARD)
                    .with(topics.commands(aggregate.type()), Inquiry.class, Compatibility.BACKWARD)
                    .with(topics.events(aggregate.type()), aggregate.events(), Compatibility.FULL_TRANSITIVE);
        }
        for (var process : context.processes()) {
            contract = contract.with(topics.inbox(process.name()), ProcessInstruction.class, Compatibility.BACKWARD)
                    .with(topics.events(process.name()), ProcessEvent.class, Compatibility.FULL_TRANSITIVE);
        }
        for (var publication : context.publications()) {
            contract =
                    contract.with(topics.published(), publication.integrationEvents(), Compatibility.FULL_TRANSITIVE);
        }
        return contract.with(topics.replies(), Outcome.class, Compatibility.FULL_TRANSITIVE)
                .with(topics.viewBuilds(), BuildInstruction.class, Compatibility.FULL_TRANSITIVE);
    }

    /**
     * The same contract and the records of a vocabulary on a topic.
     *
     * @param vocabulary a sealed interface of records, or one record
     */
    public Contract with(String topic, Class<?> vocabulary, Compatibility compatibility) {
        var more = new ArrayList<>(subjects);
        for (var codec : Vocabulary.of(vocabulary).codecs()) {
            more.add(new Subject(Subject.name(topic, codec.fullName()), codec.schema(), compatibility));
        }
        return new Contract(more);
    }

    /** Its subjects. */
    public List<Subject> subjects() {
        return subjects;
    }

    /**
     * Registers every schema under its subject, all at once.
     *
     * @throws ContractRejectedException if the registry refuses any; it names all of them
     * @throws RegistryUnavailableException if the registry does not answer
     */
    public void register(SchemaRegistry registry) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var registrations = subjects.stream()
                    .map(subject -> threads.submit(() -> subject.registerWith(registry)))
                    .toList();
            var rejections = registrations.stream()
                    .map(Contract::result)
                    .flatMap(Optional::stream)
                    .toList();
            if (!rejections.isEmpty()) {
                throw new ContractRejectedException(rejections);
            }
        }
    }

    private static <T> T result(Future<T> registration) {
        try {
            return registration.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while the schema registry was waited for", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RegistryException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /**
     * A schema under a subject.
     *
     * @param name the subject's name
     */
    public record Subject(String name, Schema schema, Compatibility compatibility) {

        /** The subject of a record on a topic: {@code <topic>-<full name>}. */
        static String name(String topic, String fullName) {
            return topic + "-" + fullName;
        }

        private Optional<SchemaRejectedException> registerWith(SchemaRegistry registry) {
            try {
                registry.requireCompatibility(name, compatibility);
                registry.register(name, schema);
                return Optional.empty();
            } catch (SchemaRejectedException e) {
                return Optional.of(e);
            }
        }
    }
}
