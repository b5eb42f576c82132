package dev.daybook.projection.build;

import static java.util.stream.Collectors.groupingBy;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.View;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.viewbuild.BuildInstruction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The builds of a context's views as they run here. They follow the context's instructions, so that all instances run
 * the same builds and let the same serve. Thread-safe.
 */
public final class ContextBuilds implements AutoCloseable {
    private final Plans plans = new Plans();
    private final Map<String, ViewBuilds> views = new TreeMap<>();
    private final Instructions instructions;
    private final InstructionReader reader;

    private ContextBuilds(
            BoundedContext context,
            Map<String, Object> kafka,
            RecordSerdes serdes,
            BuildStarter starter,
            Remains remains) {
        var topic = new ContextTopics(context.name()).viewBuilds();
        instructions = new Instructions(topic, kafka, serdes);
        reader = new InstructionReader(topic, kafka, serdes, this::take);
        catchUp();
        context.views().stream()
                .collect(groupingBy(View::name))
                .forEach((name, versions) -> views.put(
                        name, new ViewBuilds(context.name(), name, versions, plans.of(name), starter, remains)));
    }

    /**
     * Reads what the context has been told so far; nothing runs yet.
     *
     * @param kafka what the operator gives to every Kafka client
     * @param starter starts a build
     * @param remains clears away what a removed build leaves
     */
    public static ContextBuilds of(
            BoundedContext context,
            Map<String, Object> kafka,
            RecordSerdes serdes,
            BuildStarter starter,
            Remains remains) {
        return new ContextBuilds(context, kafka, serdes, starter, remains);
    }

    private void catchUp() {
        try {
            reader.catchUp();
        } catch (RuntimeException e) {
            reader.close();
            instructions.close();
            throw e;
        }
    }

    /** What starts the builds of each view; the tasks may run side by side. */
    public Stream<Runnable> starts() {
        return views.values().stream().map(view -> view::carryOut);
    }

    /** Follows further instructions. */
    public void follow() {
        reader.start();
    }

    /** The builds that serve. */
    public Stream<RunningBuild> serving() {
        return views.values().stream().flatMap(view -> view.serving().stream());
    }

    /** All builds that run here. */
    public Stream<RunningBuild> running() {
        return views.values().stream().flatMap(ViewBuilds::running);
    }

    /** The names of the views. */
    Stream<String> names() {
        return views.keySet().stream();
    }

    /** The builds of a view. */
    Optional<ViewBuilds> find(String view) {
        return Optional.ofNullable(views.get(view));
    }

    /**
     * Sends an instruction and waits for what becomes of it.
     *
     * @throws UnheardException if that is not known in time
     */
    Plan.Verdict tell(BuildInstruction instruction) throws InterruptedException {
        return instructions.send(instruction);
    }

    private void take(BuildInstruction instruction) {
        var verdict = plans.take(instruction);
        if (verdict instanceof Plan.Verdict.Accepted accepted) {
            find(Plans.view(instruction)).ifPresent(view -> view.follow(accepted.next()));
        }
        instructions.settle(instruction, verdict);
    }

    @Override
    public void close() {
        reader.close();
        instructions.close();
        views.values().parallelStream().forEach(ViewBuilds::close);
    }
}
