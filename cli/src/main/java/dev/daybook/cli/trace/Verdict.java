package dev.daybook.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;

/**
 * What became of a command that left no event.
 *
 * @param outcome a word: accepted, refused, pending, forgotten or unknown
 * @param code why it was refused; empty otherwise
 * @param detail for a person; may be empty
 */
record Verdict(String outcome, String code, String detail) {
    static final Verdict ACCEPTED = new Verdict("accepted", "", "");
    static final Verdict NOTHING_TO_DO = new Verdict("accepted", "", "there was nothing to do");
    static final Verdict PENDING = new Verdict("pending", "", "not decided yet");
    static final Verdict FORGOTTEN = new Verdict("forgotten", "", "no outcome is kept any more");

    static Verdict unknown(String detail) {
        return new Verdict("unknown", "", detail);
    }

    String text() {
        return switch (outcome) {
            case "accepted" -> detail.isEmpty() ? outcome : outcome + ", " + detail;
            case "refused" -> detail.isEmpty() ? "refused: " + code : "refused: " + code + ": " + detail;
            default -> detail;
        };
    }

    ObjectNode json() {
        var json = Json.MAPPER.createObjectNode().put("outcome", outcome);
        if (!code.isEmpty()) {
            json.put("code", code);
        }
        if (!detail.isEmpty()) {
            json.put("detail", detail);
        }
        return json;
    }
}
