package dev.daybook.testkit.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides a partition of commands again, in the order of the log, as far as that can be done without knowing the
 * business: versions are counted, expected versions compared, ids remembered. Each event, and each reply, must be what
 * comes of it. After a violation it goes on from what the log holds, so that one fault is not reported for ever.
 */
final class Replay {
    private final EventRuns events;
    private final Replies replies;
    private final Findings findings;
    private final ByCommand<Fate> fates;
    private final Map<String, Long> versions = new HashMap<>();
    private long position;

    /**
     * A replay of one partition.
     *
     * @param fates where what becomes of commands is noted
     */
    Replay(EventRuns events, Replies replies, Findings findings, ByCommand<Fate> fates) {
        this.events = events;
        this.replies = replies;
        this.findings = findings;
        this.fates = fates;
    }

    void run(List<LoggedMessage> partition) {
        for (var message : partition) {
            switch (message) {
                case LoggedMessage.Sent command -> take(command);
                case LoggedMessage.Asked question -> answer(question);
            }
            checkAnsweredOnce(message);
        }
    }

    private void take(LoggedMessage.Sent command) {
        var fate = fate(command);
        for (var reply : replies.to(command)) {
            fate.checkCommand(command.intent(), reply.verdict(), reply, findings);
        }
    }

    private Fate fate(LoggedMessage.Sent command) {
        var known = fates.find(command.aggregateId(), command.commandId());
        if (known != null && !known.failed()) {
            known.add(command);
            return known;
        }
        var fate = decide(command, known);
        fates.put(command.aggregateId(), command.commandId(), fate);
        return fate;
    }

    private Fate decide(LoggedMessage.Sent command, @Nullable Fate failed) {
        var moment = new Fate.Moment(versions.getOrDefault(command.aggregateId(), 0L), command.partition(), position);
        var verdict = verdict(command, moment);
        return failed == null ? new Fate(command, moment, verdict) : failed.decidedAgain(command, moment, verdict);
    }

    /** What the log tells of a command; null: nothing. */
    private @Nullable Verdict verdict(LoggedMessage.Sent command, Fate.Moment moment) {
        var failure = replies.to(command).stream()
                .map(LoggedReply::verdict)
                .filter(Verdict.Failed.class::isInstance)
                .findFirst();
        if (failure.isPresent()) {
            return failure.get();
        }
        var run = events.find(command);
        if (run != null && !run.claimed() && run.first().partition() == command.partition()) {
            checkPlace(command, run, moment);
            follow(run);
            return new Verdict.Accepted(run.last().version(), run.count(), moment.partition(), position);
        }
        return command.intent().admits(moment.version())
                ? null
                : new Verdict.Conflict(command.intent().expectedVersion(), moment.version());
    }

    private void checkPlace(LoggedMessage.Sent command, EventRun run, Fate.Moment moment) {
        if (!command.intent().admits(moment.version())) {
            findings.add(
                    Rule.EXPECTED_VERSION,
                    command,
                    "expected no events, because it expects version %d and the aggregate is at %d, but found %s"
                            .formatted(command.intent().expectedVersion(), moment.version(), run.place()));
        }
        if (run.first().version() != moment.version() + 1 || run.first().position() != moment.position() + 1) {
            findings.add(
                    Rule.ORDER,
                    command,
                    "expected its events from version %d and position %d on, but found them from %d and %d on at %s"
                            .formatted(
                                    moment.version() + 1,
                                    moment.position() + 1,
                                    run.first().version(),
                                    run.first().position(),
                                    run.place()));
        }
    }

    private void follow(EventRun run) {
        run.claim();
        versions.put(run.last().aggregateId(), run.last().version());
        position = run.last().position();
    }

    private void answer(LoggedMessage.Asked question) {
        var fate = fates.find(question.aggregateId(), question.commandId());
        for (var reply : replies.to(question)) {
            if (fate != null) {
                fate.check(reply.verdict(), reply, findings);
            } else if (!(reply.verdict() instanceof Verdict.NoSuchCommand)) {
                findings.add(
                        Rule.ANSWER,
                        reply,
                        "expected that there is no command %s before %s, but found %s"
                                .formatted(question.commandId(), question.place(), reply.verdict()));
            }
        }
    }

    private void checkAnsweredOnce(LoggedMessage message) {
        var answers =
                replies.to(message).stream().filter(LoggedReply::committed).count();
        if (message.replyKey() != null && answers != 1) {
            findings.add(Rule.ANSWERED_ONCE, message, "expected one committed reply, found %d".formatted(answers));
        }
    }
}
