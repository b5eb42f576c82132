package dev.daybook.projection.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/order/a%2Fb/state?at=2026-01-01T00:00:00%2B01:00, /v1/order/a%2Fb/state?at=2026-01-01T00:00:00%2B01:00",
        "/v1/order/a|b/state, /v1/order/a%7Cb/state",
        "/v1/order/Zoë/state, /v1/order/Zo%C3%AB/state",
        "/v1/views/v?filter={x}&y=%, /v1/views/v?filter=%7Bx%7D&y=%25",
        "/v1/views/v?filter=100%zz, /v1/views/v?filter=100%25zz"
    })
    void what_a_server_takes_is_sent_on_as_a_legal_uri(String target, String legal) {
        assertThat(Passage.legal(target)).isEqualTo(legal);
        assertThat(URI.create("http://host:1" + legal)).isNotNull();
    }

    @Test
    void parameters_are_sent_on_as_they_were_understood() {
        var given = new LinkedHashMap<String, List<String>>();
        given.put("status", List.of("created"));
        given.put("customerId", List.of("A&B=C é"));

        assertThat(Passage.query(given, Map.of("status", "CREATED")))
                .isEqualTo("status=CREATED&customerId=A%26B%3DC+%C3%A9");
    }
}
