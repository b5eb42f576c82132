package dev.daybook.cli.trace;

import dev.daybook.cli.client.Answer;
import dev.daybook.cli.client.Gateway;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a gateway what became of commands that left no event. */
final class Verdicts {
    /** Each is a record in the log. */
    private static final int MOST = 1_000;

    private final @Nullable Gateway gateway;

    /**
     * Who asks.
     *
     * @param gateway null if none is to be asked
     */
    Verdicts(@Nullable Gateway gateway) {
        this.gateway = gateway;
    }

    /** What became of the commands of a story, as far as that is known. */
    Map<Ref, Verdict> of(List<Node> story) {
        var verdicts = new HashMap<Ref, Verdict>();
        var requests = story.stream()
                .flatMap(Node::all)
                .filter(node -> node.part() instanceof Part.Request)
                .toList();
        var unknown = Verdict.unknown("what became of it was not asked: "
                + (gateway == null ? "name the gateway of the cluster with --gateway" : "there are too many"));
        var left = MOST;
        for (var node : requests) {
            var ref = ((Part.Request) node.part()).ref();
            if (node.then().stream().anyMatch(next -> next.part() instanceof Message.Event)) {
                verdicts.put(ref, Verdict.ACCEPTED);
            } else if (node.then().stream().anyMatch(next -> next.part() instanceof Message.DeadLetter)) {
                verdicts.put(ref, new Verdict("refused", "dead-letter", "it could not be processed"));
            } else if (gateway != null && left > 0) {
                try {
                    left--;
                    verdicts.put(ref, verdict(gateway.tryOutcome(ref.owner(), ref.ownerId(), ref.id())));
                } catch (IOException e) {
                    left = 0;
                    unknown = Verdict.unknown(
                            "what became of it is not known: no gateway answers, name one with --gateway");
                }
            }
        }
        for (var node : requests) {
            verdicts.putIfAbsent(((Part.Request) node.part()).ref(), unknown);
        }
        return verdicts;
    }

    private static Verdict verdict(Answer answer) {
        return switch (answer.status()) {
            case 200 -> answer.json().path("events").isEmpty() ? Verdict.NOTHING_TO_DO : Verdict.ACCEPTED;
            case 202 -> Verdict.PENDING;
            case 400, 412, 422, 500 -> refused(answer);
            case 404 -> "unknown-command-id".equals(code(answer)) ? Verdict.FORGOTTEN : unknown(answer);
            default -> unknown(answer);
        };
    }

    /** A problem of the command names it; one of the gateway does not. */
    private static Verdict refused(Answer answer) {
        return isJson(answer) && answer.json().hasNonNull("commandId")
                ? new Verdict(
                        "refused", code(answer), answer.json().path("detail").asText())
                : unknown(answer);
    }

    private static Verdict unknown(Answer answer) {
        return Verdict.unknown("what became of it is not known: "
                + (isJson(answer) ? answer.json().path("detail").asText() : "the gateway answers " + answer.status()));
    }

    private static String code(Answer answer) {
        return isJson(answer) ? answer.json().path("code").asText() : "";
    }

    private static boolean isJson(Answer answer) {
        return answer.header("Content-Type").orElse("").contains("json");
    }
}
