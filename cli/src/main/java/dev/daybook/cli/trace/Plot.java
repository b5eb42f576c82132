package dev.daybook.cli.trace;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.daybook.outcome.Outcome;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the messages of a story into the order of cause and effect. An event follows from its command; what an instance of a process
 * does, from the event or the answer that it was told, or from the retry by which it was told again; a command, from the instance that sent it, or else from what its
 * sender says. What follows from nothing that is known is a beginning.
 *
 * <p>Messages may be missing, since commands are not kept for ever, may be there twice, and their headers may say anything. So a command
 * is made up where only its events are left, and a circle is cut where it is oldest.
 */
final class Plot {
    /** The answer to a command is known by the command's id. */
    private static final String OUTCOMES = Outcome.class.getPackageName() + ".";

    private final Histories histories;
    private final Map<Ref, Draft> requests = new LinkedHashMap<>();
    private final Map<Ref, Draft> events = new LinkedHashMap<>();
    private final Map<Ref, Draft> steps = new LinkedHashMap<>();
    /** By the commands that they send. */
    private final Map<Ref, Draft> timers = new LinkedHashMap<>();

    private final List<Draft> deadLetters = new ArrayList<>();
    /** What processes have sent, by the steps or timers that sent it. */
    private final Map<Ref, Draft> senders = new HashMap<>();
    /** Events and commands, by their ids alone. */
    private final Map<String, Draft> byId = new HashMap<>();

    private Plot(Histories histories) {
        this.histories = histories;
    }

    /**
     * The beginnings of a story.
     *
     * @param messages its messages, in any order, each once
     * @param aside what else happened to the instances of processes that are in it, so that their timers are known
     */
    static List<Node> of(Collection<Message> messages, Collection<Message.Step> aside) {
        var steps =
                Stream.concat(all(Message.Step.class, messages), aside.stream()).toList();
        var plot = new Plot(new Histories(steps));
        plot.gather(messages);
        plot.link(all(Message.Command.class, messages).toList());
        return plot.nodes();
    }

    private static <M extends Message> Stream<M> all(Class<M> kind, Collection<Message> messages) {
        return messages.stream().filter(kind::isInstance).map(kind::cast);
    }

    private void gather(Collection<Message> messages) {
        all(Message.Event.class, messages)
                .sorted(comparingLong(Message.Event::version))
                .forEach(event -> events.putIfAbsent(event.ref(), new Draft(event)));
        all(Message.Step.class, messages)
                .sorted(comparingLong(Message.Step::version))
                .forEach(this::gather);
        var commands = new LinkedHashMap<Ref, List<Message.Command>>();
        all(Message.Command.class, messages)
                .sorted(comparing(Message::time))
                .forEach(command -> commands.computeIfAbsent(command.ref(), _ -> new ArrayList<>())
                        .add(command));
        commands.forEach((ref, copies) -> requests.put(ref, new Draft(request(ref, copies))));
        events.values().forEach(event -> requests.computeIfAbsent(commandOf(event), ref -> madeUp(ref, event)));
        var places = places(commands.values());
        all(Message.DeadLetter.class, messages).forEach(letter -> gather(letter, places));
        requests.forEach((ref, draft) -> byId.putIfAbsent(ref.id(), draft));
        events.forEach((ref, draft) -> byId.putIfAbsent(ref.id(), draft));
    }

    private void gather(Message.Step step) {
        var draft = new Draft(step);
        switch (step.event()) {
            case ProcessAdvanced advanced -> {
                steps.putIfAbsent(step.ref(), draft);
                sends(draft, advanced.commands());
                advanced.timers().forEach(timer -> {
                    var part = new Part.Timer(
                            step.ref(),
                            timer.timer(),
                            step.time(),
                            timer.due(),
                            Ref.of(timer.command()),
                            timer.command().type(),
                            histories.fate(step, timer));
                    var set = new Draft(part);
                    set.cause = draft;
                    timers.putIfAbsent(part.command(), set);
                });
            }
            case TimerFired fired -> {
                // The timer says it already, if it is known.
                var timer = timers.get(Ref.of(fired.command()));
                steps.putIfAbsent(step.ref(), timer == null ? draft : timer);
                sends(timer == null ? draft : timer, List.of(fired.command()));
            }
            case ProcessRetried retried -> {
                steps.putIfAbsent(step.ref(), draft);
                sends(draft, retried.commands());
            }
            case ProcessFailed _, InputHeld _ -> steps.putIfAbsent(step.ref(), draft);
            case null -> steps.putIfAbsent(step.ref(), draft);
        }
    }

    private void sends(Draft sender, List<SentCommand> commands) {
        for (var command : commands) {
            var ref = Ref.of(command);
            senders.putIfAbsent(ref, sender);
            requests.putIfAbsent(ref, new Draft(Part.Request.missing(ref, command.type(), null)));
        }
    }

    private void gather(Message.DeadLetter letter, Map<String, Ref> places) {
        var ref = places.getOrDefault(letter.origin(), letter.ref());
        if (ref == null) {
            return;
        }
        var draft = new Draft(letter);
        draft.cause = Optional.ofNullable(events.get(ref))
                .orElseGet(() -> requests.computeIfAbsent(ref, _ -> madeUp(ref, draft)));
        deadLetters.add(draft);
    }

    private static Map<String, Ref> places(Collection<List<Message.Command>> commands) {
        var places = new HashMap<String, Ref>();
        commands.forEach(copies -> copies.forEach(copy -> places.put(copy.place(), copy.ref())));
        return places;
    }

    private static Part.Request request(Ref ref, List<Message.Command> copies) {
        var first = copies.getFirst();
        return new Part.Request(
                ref,
                first.type(),
                first.time(),
                first.causationId(),
                first.correlationId(),
                first.principal(),
                copies.size());
    }

    /** A command of which nothing but what it led to is known, which has its time. */
    private static Draft madeUp(Ref ref, Draft effect) {
        return new Draft(Part.Request.missing(ref, null, effect.part.time()));
    }

    private static Ref commandOf(Draft event) {
        var its = (Message.Event) event.part;
        return new Ref(its.ref().owner(), its.ref().ownerId(), its.causationId());
    }

    private void link(List<Message.Command> commands) {
        events.values().forEach(event -> event.cause = requests.get(commandOf(event)));
        steps.values().stream()
                .filter(draft -> draft.part instanceof Message.Step)
                .forEach(draft -> draft.cause = cause((Message.Step) draft.part));
        senders.forEach((ref, sender) -> {
            var request = requests.get(ref);
            if (request != null) {
                request.cause = sender;
            }
        });
        for (var command : commands) {
            var request = requests.get(command.ref());
            if (request != null && request.cause == null && command.causationId() != null) {
                request.cause = byId.get(command.causationId());
            }
        }
    }

    private @Nullable Draft cause(Message.Step step) {
        return cameWithRetry(step)
                .or(() -> told(step))
                .or(() -> isAboutFailure(step) ? step(histories.failureBefore(step)) : Optional.empty())
                .or(() -> Optional.ofNullable(byId.get(step.causationId())))
                .or(() -> step.event() instanceof ProcessRetried ? step(histories.heldBefore(step)) : Optional.empty())
                .or(() -> step(histories.before(step)))
                .orElse(null);
    }

    /** The retry, for what an instance is told again. */
    private Optional<Draft> cameWithRetry(Message.Step step) {
        return step(histories.retryThatTells(step));
    }

    private Optional<Draft> step(Optional<Message.Step> step) {
        return step.map(found -> steps.get(found.ref()));
    }

    /** What happens to an instance while it has failed, and what ends that. */
    private static boolean isAboutFailure(Message.Step step) {
        return step.event() instanceof InputHeld || step.event() instanceof ProcessRetried;
    }

    /** The event, or the command whose answer, an instance was told. */
    private Optional<Draft> told(Message.Step step) {
        return step.trigger().map(trigger -> {
            var known = trigger.type().startsWith(OUTCOMES) ? requests : events;
            return known.get(Ref.of(trigger));
        });
    }

    private List<Node> nodes() {
        var drafts = Stream.of(requests.values(), events.values(), steps.values(), timers.values(), deadLetters)
                .flatMap(Collection::stream)
                .distinct()
                .sorted(Draft.BY_TIME)
                .toList();
        cutCircles(drafts);
        var effects = new HashMap<Draft, List<Draft>>();
        var beginnings = new ArrayList<Draft>();
        for (var draft : drafts) {
            if (draft.cause == null) {
                beginnings.add(draft);
            } else {
                effects.computeIfAbsent(draft.cause, _ -> new ArrayList<>()).add(draft);
            }
        }
        return nodes(beginnings, effects);
    }

    /** What headers say need not make sense: what follows, by way of others, from itself. Each draft is gone over once. */
    private static void cutCircles(List<Draft> byTime) {
        var known = new HashSet<Draft>();
        for (var draft : byTime) {
            var way = new LinkedHashSet<Draft>();
            var last = draft;
            while (last != null && !known.contains(last) && way.add(last)) {
                last = last.cause;
            }
            if (last != null && way.contains(last)) {
                cut(circle(last), byTime);
            }
            known.addAll(way);
        }
    }

    private static Set<Draft> circle(Draft draft) {
        var circle = new HashSet<Draft>();
        for (var each = draft; each != null && circle.add(each); ) {
            each = each.cause;
        }
        return circle;
    }

    private static void cut(Set<Draft> circle, List<Draft> byTime) {
        byTime.stream().filter(circle::contains).findFirst().ifPresent(oldest -> oldest.cause = null);
    }

    /** A story may be deeper than a stack: effects are put together before what they follow from. */
    private static List<Node> nodes(List<Draft> beginnings, Map<Draft, List<Draft>> effects) {
        var all = new ArrayList<>(beginnings);
        for (var i = 0; i < all.size(); i++) {
            all.addAll(effects.getOrDefault(all.get(i), List.of()));
        }
        var nodes = new HashMap<Draft, Node>();
        for (var draft : all.reversed()) {
            nodes.put(draft, new Node(draft.part, of(effects.getOrDefault(draft, List.of()), nodes)));
        }
        return of(beginnings, nodes);
    }

    private static List<Node> of(List<Draft> drafts, Map<Draft, Node> nodes) {
        return drafts.stream()
                .map(draft -> Objects.requireNonNull(nodes.get(draft)))
                .toList();
    }
}
