package dev.daybook.gateway.dispatch;

import dev.daybook.gateway.catalog.AggregateType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which command is meant.
 *
 * @param aggregate the type of aggregate that it is for
 * @param aggregateId the aggregate's id
 * @param commandId the command's id
 */
public record CommandRef(AggregateType aggregate, String aggregateId, String commandId) {

    /** Where its outcome can be asked for. */
    public String location() {
        return "/v1/commands/" + aggregate.name() + "/" + encoded(aggregateId) + "/" + encoded(commandId);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
