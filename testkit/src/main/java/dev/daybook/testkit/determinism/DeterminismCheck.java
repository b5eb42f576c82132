package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.testkit.TemporaryFolder;
import dev.daybook.testkit.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The check that the decisions of a context, what its processes do, and the states that follow, depend on nothing but the log:
 *
 * <pre>{@code
 * DeterminismCheck.of(OrdersContext.class)
 *         .life(ORDER, new CreateOrder(…), new AddItem(…), new ConfirmOrder())
 *         .story(FULFILLMENT, Inbox.of("10248").happened(ORDER, "10248", new OrderConfirmed(…)).refused(…))
 *         .verify();
 * }</pre>
 *
 * <p>Two worlds, each a JVM of its own, decide the same commands and tell processes the same. They differ in
 *
 * <ul>
 *   <li>the wall clock, by more than a year, for all code outside of the JDK that asks {@code java.time}, {@code System}
 *       or {@code Date} for the time,
 *   <li>the time zone, the language, the default charset and the count of processors,
 *   <li>what is random: seeds, UUIDs, identity hash codes,
 *   <li>the order of {@code Set.of}, {@code Map.of} and their like,
 *   <li>threads and the order among aggregates and instances: here one thread takes one after the other, there four threads
 *       take all at once,
 *   <li>what went before: here each message is taken once, there twice, as after an aborted transaction,
 *   <li>the state that it meets: here the one that evolve gave, there one that was read back from its wire form.
 * </ul>
 *
 * <p>So it finds a decider or a process that looks at a clock, at chance, at its surroundings or at what it remembers of other
 * messages, if the messages lead it there. It takes about a second, however few they are: give it many. It
 * needs class files that the class path names, and the context's constructor without parameters. Immutable.
 */
public final class DeterminismCheck {
    private final Class<? extends BoundedContext> context;
    private final List<Strand> strands;

    private DeterminismCheck(Class<? extends BoundedContext> context, List<Strand> strands) {
        this.context = context;
        this.strands = strands;
    }

    /** The check of a context, as yet without messages. */
    public static DeterminismCheck of(Class<? extends BoundedContext> context) {
        return new DeterminismCheck(context, List.of());
    }

    /** One aggregate more, of a type that the context has, gets these commands in this order. */
    @SafeVarargs
    public final <C> DeterminismCheck life(Aggregate<C, ?, ?> aggregate, C... commands) {
        return lives(aggregate, List.of(List.of(commands)));
    }

    /** For each of these lists one aggregate more, of a type that the context has, gets its commands in its order. */
    public <C> DeterminismCheck lives(Aggregate<C, ?, ?> aggregate, Collection<? extends List<? extends C>> commands) {
        var more = new ArrayList<>(strands);
        for (var life : commands) {
            more.add(Life.of(aggregate, more.size() + 1, life));
        }
        return new DeterminismCheck(context, List.copyOf(more));
    }

    /** One instance more, of a process that the context has, is told this. */
    public DeterminismCheck story(BusinessProcess<?, ?> process, Inbox inbox) {
        return stories(process, List.of(inbox));
    }

    /** For each of these inboxes one instance more, of a process that the context has, is told what is in it. */
    public DeterminismCheck stories(BusinessProcess<?, ?> process, Collection<Inbox> inboxes) {
        var more = new ArrayList<>(strands);
        inboxes.forEach(inbox -> more.add(new Story<>(process, inbox)));
        return new DeterminismCheck(context, List.copyOf(more));
    }

    /**
     * Checks it.
     *
     * @throws AssertionError if the two worlds make something else of a message, showing the first such
     * @throws WorldBrokenException if a world could not come to its end
     */
    public void verify() {
        var differences = differences();
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "Two worlds make something else of the same message. Of %d lives and stories, this happens in %d.\n\n"
                                    .formatted(strands.size(), differences.size())
                            + differences.getFirst().transcript()
                            + "\n"
                            + Stream.of(World.values())
                                    .map(world -> Transcript.section(world.label(), world.description()))
                                    .reduce("", String::concat));
        }
    }

    /** The first difference of each life and each story that has one. */
    List<Difference> differences() {
        if (strands.stream().allMatch(strand -> strand.length() == 0)) {
            throw new IllegalStateException(
                    "The check must be given commands with life, or messages with story, but it has none");
        }
        try (var folder = TemporaryFolder.create("determinism")) {
            var log = new LogFile(folder.path().resolve("log"));
            log.write(context, strands);
            try (var quiet = WorldProcess.start(World.QUIET, log.path(), folder.path());
                    var busy = WorldProcess.start(World.BUSY, log.path(), folder.path())) {
                return compare(quiet, busy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files between the worlds cannot be written or read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        }
    }

    private List<Difference> compare(WorldProcess quiet, WorldProcess busy) throws IOException, InterruptedException {
        try (var here = quiet.read();
                var there = busy.read()) {
            var differences = new ArrayList<Difference>();
            for (var strand : strands) {
                strand.difference(here, there).ifPresent(differences::add);
            }
            return differences;
        }
    }
}
