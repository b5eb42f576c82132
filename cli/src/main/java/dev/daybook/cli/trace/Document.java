package dev.daybook.cli.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A story for a program. Programs do not read what is nested without end: where that is too deep, {@code deeper} stands for
 * {@code then}, with the number of an element of the array of that name.
 */
final class Document {
    private final Map<Ref, Verdict> verdicts;
    /** What followed from parts that have too much above them, in the order of its numbers. */
    private final List<List<Node>> deeper = new ArrayList<>();

    /**
     * A document to be made once.
     *
     * @param verdicts what became of the commands
     */
    Document(Map<Ref, Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    ObjectNode of(String correlationId, List<Node> beginnings) {
        var document = Json.MAPPER.createObjectNode().put("correlationId", correlationId);
        document.set("story", nodes(beginnings, 1));
        if (!deeper.isEmpty()) {
            var array = document.putArray("deeper");
            for (var i = 0; i < deeper.size(); i++) {
                array.add(nodes(deeper.get(i), 1));
            }
        }
        return document;
    }

    private ArrayNode nodes(List<Node> nodes, int level) {
        var array = Json.MAPPER.createArrayNode();
        nodes.forEach(node -> {
            var json = part(node.part());
            if (node.part().time() != null) {
                json.put("time", node.part().time().toString());
            }
            if (node.part().correlationId() != null) {
                json.put("correlationId", node.part().correlationId());
            }
            if (level < Node.LEVELS || node.then().isEmpty()) {
                json.set("then", nodes(node.then(), level + 1));
            } else {
                json.put("deeper", deeper.size());
                deeper.add(node.then());
            }
            array.add(json);
        });
        return array;
    }

    private ObjectNode part(Part part) {
        return switch (part) {
            case Part.Request request -> request(request);
            case Part.Timer timer ->
                ref(
                                part("timer"),
                                new Ref(
                                        timer.instance().owner(),
                                        timer.instance().ownerId(),
                                        timer.name()),
                                "timer")
                        .put("due", timer.due().toString())
                        .put("fate", timer.fate().kind().name())
                        .put(
                                "at",
                                timer.fate().at() == null
                                        ? null
                                        : timer.fate().at().toString())
                        .set(
                                "command",
                                ref(Json.MAPPER.createObjectNode(), timer.command(), "commandId")
                                        .put("type", timer.type()));
            case Message.Event event ->
                ref(part("event"), event.ref(), "eventId")
                        .put("type", event.type())
                        .put("version", event.version());
            case Message.Step step -> step(step);
            case Message.DeadLetter letter ->
                part("dead-letter")
                        .put("code", letter.code())
                        .put("reason", letter.reason())
                        .put("origin", letter.origin());
        };
    }

    private ObjectNode request(Part.Request request) {
        var json = ref(part("command"), request.ref(), "commandId").put("copies", request.copies());
        if (request.type() != null) {
            json.put("type", request.type());
        }
        if (request.causationId() != null) {
            json.put("causationId", request.causationId());
        }
        if (request.principal() != null) {
            json.put("principal", request.principal());
        }
        var verdict = verdicts.get(request.ref());
        if (verdict != null) {
            json.setAll(verdict.json());
        }
        return json;
    }

    private static ObjectNode step(Message.Step step) {
        var json = ref(part("process"), step.ref(), "eventId")
                .put("type", step.type())
                .put("version", step.version());
        return switch (step.event()) {
            case ProcessAdvanced advanced ->
                told(json, advanced.trigger()).put("status", advanced.status().name());
            case ProcessFailed failed ->
                told(json, failed.trigger()).put("code", failed.code()).put("reason", failed.reason());
            case InputHeld held -> told(json, held.trigger());
            case ProcessRetried retried ->
                told(json, retried.trigger()).put("status", retried.status().name());
            case TimerFired fired -> json.put("timer", fired.timer());
            case null -> json.put("unreadable", true);
        };
    }

    private static ObjectNode told(ObjectNode json, Trigger trigger) {
        ref(json.putObject("trigger"), new Ref(trigger.aggregate(), trigger.aggregateId(), trigger.id()), "messageId")
                .put("type", trigger.type());
        return json;
    }

    private static ObjectNode part(String kind) {
        return Json.MAPPER.createObjectNode().put("kind", kind);
    }

    private static ObjectNode ref(ObjectNode json, Ref ref, String idName) {
        return json.put("aggregate", ref.owner()).put("id", ref.ownerId()).put(idName, ref.id());
    }
}
