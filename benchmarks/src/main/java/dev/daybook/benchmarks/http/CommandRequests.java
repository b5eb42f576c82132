package dev.daybook.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import dev.daybook.benchmarks.workload.Step;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.http.json.RecordJson;
import dev.daybook.platform.context.CommandNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.avro.generic.IndexedRecord;

/**
 * Commands as HTTP requests to a gateway.
 *
 * @param preference the header that asks for how long to wait
 */
public record CommandRequests(URI gateway, String preference) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The whole request. */
    public byte[] request(Step step) {
        var body = json((IndexedRecord) step.command());
        var head =
                "POST /v1/%s/%s/%s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(
                                Wire.AGGREGATE,
                                step.orderId(),
                                CommandNames.kebab(step.command().getClass()),
                                gateway.getAuthority(),
                                preference,
                                body.length)
                        .getBytes(ISO_8859_1);
        var request = new ByteArrayOutputStream(head.length + body.length);
        request.writeBytes(head);
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] json(IndexedRecord command) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(out)) {
            RecordJson.write(command, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
