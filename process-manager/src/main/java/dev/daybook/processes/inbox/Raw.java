package dev.daybook.processes.inbox;

import dev.daybook.avro.Bytes;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.process.HeldHeader;
import dev.daybook.process.HeldInput;
import dev.daybook.streams.message.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Messages as they come, in the form in which they can be held back. */
public final class Raw {
    private Raw() {}

    /**
     * A message.
     *
     * @throws UnreadableMessageException if it has no value
     */
    public static HeldInput of(Received received) {
        var value = received.value();
        if (value == null) {
            throw new UnreadableMessageException(
                    "The value must be an event, a reply or an instruction, but there is none");
        }
        var headers = new ArrayList<HeldHeader>();
        for (var header : received.headers()) {
            if (header.value() != null) {
                headers.add(new HeldHeader(header.key(), Bytes.of(header.value())));
            }
        }
        return new HeldInput(received.time(), headers, Bytes.of(value));
    }

    static Headers headers(HeldInput message) {
        var headers = new RecordHeaders();
        message.headers()
                .forEach(header -> headers.add(header.name(), header.value().toByteArray()));
        return headers;
    }

    static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedHeaderException(name, null, "a text that is not empty");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
