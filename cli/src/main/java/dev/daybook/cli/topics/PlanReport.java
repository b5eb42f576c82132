package dev.daybook.cli.topics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.Json;
import dev.daybook.platform.topic.TopicChange;
import dev.daybook.platform.topic.TopicChange.Refused;
import dev.daybook.platform.topic.TopicPlan;
import java.util.stream.Collectors;

/** A plan, for a person and for a program. */
final class PlanReport {
    private PlanReport() {}

    static String text(TopicPlan plan) {
        return plan.isEmpty()
                ? "The topics are as the file says."
                : plan.changes().stream().map(TopicChange::describe).collect(Collectors.joining("\n"));
    }

    static JsonNode json(TopicPlan plan) {
        var json = Json.MAPPER.createObjectNode();
        var changes = json.putArray("changes");
        for (var change : plan.changes()) {
            changes.addObject()
                    .put("topic", change.topic())
                    .put("change", change.describe())
                    .put("refused", change instanceof Refused);
        }
        return json;
    }
}
