package dev.daybook.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** As much of a client of a registry as these tests need. */
record Schemas(URI url) {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    /** Registers a record without fields and gives its id. */
    int register(String subject, String record) throws IOException, InterruptedException {
        var body = "{\"schema\": \"{\\\"type\\\": \\\"record\\\", \\\"name\\\": \\\"%s\\\", \\\"fields\\\": []}\"}"
                .formatted(record);
        var answer = answer(HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
                .header("content-type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body)));
        var id = ID.matcher(answer);
        if (!id.find()) {
            throw new AssertionError("No id in " + answer);
        }
        return Integer.parseInt(id.group(1));
    }

    String schema(int id) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id)));
    }

    private static String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
