package dev.daybook.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonListTest {
    private final StringWriter out = new StringWriter();
    private final JsonList list = new JsonList("events", new PrintWriter(out));

    @Test
    void prints_what_the_whole_document_would_be() {
        var document = Json.MAPPER.createObjectNode();
        var events = document.putArray("events");
        for (var id = 1; id <= 3; id++) {
            var event = Json.MAPPER.createObjectNode().put("id", id);
            events.add(event);
            list.add(event);
        }
        list.end();

        assertThat(out.toString()).isEqualTo(Json.pretty(document) + System.lineSeparator());
    }

    @Test
    void prints_each_element_before_the_next_is_found() {
        assertThat(out.toString()).isEmpty();

        list.add(Json.MAPPER.createObjectNode().put("id", 1));

        assertThat(out.toString()).startsWith("{").contains("\"id\" : 1").doesNotContain("]");
    }

    @Test
    void may_be_empty() {
        list.end();

        assertThat(Json.parse(out.toString()).path("events").isArray()).isTrue();
        assertThat(Json.parse(out.toString()).path("events")).isEmpty();
    }
}
