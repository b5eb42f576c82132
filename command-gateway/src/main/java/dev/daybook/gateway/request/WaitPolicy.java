package dev.daybook.gateway.request;

import dev.daybook.client.SendOptions;
import dev.daybook.http.Preferences;
import dev.daybook.http.request.RequestHeader;
import dev.daybook.platform.message.Ack;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads what a caller waits for, and how long.
 *
 * @param otherwise how long if the caller does not say
 * @param max the longest wait that a caller can ask for
 */
public record WaitPolicy(Duration otherwise, Duration max) {
    static final String ACK = "Daybook-Ack";
    static final String PREFER = "Prefer";
    static final String APPLIED = "Preference-Applied";

    /** What the sender of a command waits for. Notes in the answer which preferences it followed. */
    public SendOptions ofCommand(Context ctx) {
        var ack = ack(ctx, List.of(Ack.values()));
        var preferences = Preferences.parse(RequestHeader.all(ctx, PREFER));
        noteApplied(ctx, preferences);
        // With a wait, respond-async means: only if it takes longer (RFC 7240, §4.3).
        var async = preferences.respondAsync() && preferences.longestWait() == null;
        return new SendOptions(async ? Ack.ACCEPTED : ack, preferences.waitAtMost(max, otherwise));
    }

    /** What who asks for an outcome waits for. */
    public SendOptions ofInquiry(Context ctx) {
        var ack = ack(ctx, List.of(Ack.DECIDED, Ack.COMMITTED));
        var preferences = Preferences.parse(RequestHeader.all(ctx, PREFER));
        noteApplied(ctx, new Preferences(false, preferences.longestWait()));
        return new SendOptions(ack, preferences.waitAtMost(max, otherwise));
    }

    private void noteApplied(Context ctx, Preferences preferences) {
        var applied = new ArrayList<String>();
        if (preferences.respondAsync()) {
            applied.add("respond-async");
        }
        if (preferences.longestWait() != null) {
            applied.add("wait=" + preferences.waitAtMost(max, otherwise).toSeconds());
        }
        if (!applied.isEmpty()) {
            ctx.header(APPLIED, String.join(", ", applied));
        }
    }

    private static Ack ack(Context ctx, List<Ack> allowed) {
        var word = RequestHeader.single(ctx, ACK);
        if (word == null) {
            return Ack.COMMITTED;
        }
        return allowed.stream()
                .filter(ack -> ack.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RequestHeader.malformed(
                        ACK,
                        "one of " + allowed.stream().map(Ack::word).collect(Collectors.joining(", ")),
                        "'%s'".formatted(word)));
    }
}
