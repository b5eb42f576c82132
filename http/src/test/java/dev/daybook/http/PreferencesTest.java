package dev.daybook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private static final Preferences NONE = new Preferences(false, null);

    @Test
    void reads_nothing_from_no_header() {
        assertThat(Preferences.parse(List.of())).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async, wait=10",
                "wait=10,respond-async",
                "Respond-Async;foo=\"a,b\" , WAIT = \"10\"; bar",
                "return=minimal, respond-async, handling=lenient, wait=10, wait=20",
                ", ,respond-async=\"\",wait=10,;,=,"
            })
    void reads_preferences_in_every_form(String header) {
        assertThat(Preferences.parse(List.of(header))).isEqualTo(new Preferences(true, Duration.ofSeconds(10)));
    }

    @Test
    void joins_headers_and_takes_the_first_of_each_preference() {
        assertThat(Preferences.parse(List.of("wait=1", "respond-async, wait=2")))
                .isEqualTo(new Preferences(true, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait",
                "wait=",
                "wait=-1",
                "wait=1.5",
                "wait=soon",
                "wait=99999999999",
                "\"respond-async, wait=10\"",
                "foo=\"respond-async, wait=10",
                "foo=\"\\\", respond-async",
                "respond-asynchronously"
            })
    void ignores_what_is_malformed_or_unknown(String header) {
        assertThat(Preferences.parse(List.of(header))).isEqualTo(NONE);
    }

    @Test
    void waits_as_long_as_preferred_within_the_bound() {
        var max = Duration.ofSeconds(60);
        var otherwise = Duration.ofSeconds(10);

        assertThat(NONE.waitAtMost(max, otherwise)).isEqualTo(otherwise);
        assertThat(new Preferences(false, Duration.ZERO).waitAtMost(max, otherwise))
                .isZero();
        assertThat(new Preferences(false, Duration.ofDays(1)).waitAtMost(max, otherwise))
                .isEqualTo(max);
    }
}
