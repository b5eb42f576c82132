package dev.daybook.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "5s, PT5S", "10m, PT10M", "24h, PT24H", "7 d, PT168H", "0ms, PT0S"})
    void a_duration_has_a_unit(String text, Duration duration) {
        assertThat(ValueType.duration().read(text)).hasValue(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-1s", "1.5s", "1w", "9999999999999999s"})
    void a_duration_is_nothing_else(String text) {
        assertThat(ValueType.duration().read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500ms", "90s", "10m", "25h", "7d"})
    void a_duration_is_printed_in_the_largest_unit_that_fits(String text) {
        var type = ValueType.duration();

        assertThat(type.read(text).map(type.print())).hasValue(text);
    }

    @Test
    void a_number_keeps_its_bounds() {
        var type = ValueType.integer(1, 64);

        assertThat(type.read("1")).hasValue(1);
        assertThat(type.read("64")).hasValue(64);
        assertThat(type.read("0")).isEmpty();
        assertThat(type.read("65")).isEmpty();
        assertThat(type.read("many")).isEmpty();
    }

    @Test
    void a_yes_or_no_is_spelled_out() {
        assertThat(ValueType.bool().read("true")).hasValue(true);
        assertThat(ValueType.bool().read("false")).hasValue(false);
        assertThat(ValueType.bool().read("yes")).isEmpty();
    }

    @Test
    void an_enum_is_written_in_lower_case() {
        var type = ValueType.oneOf(TimeUnit.class);

        assertThat(type.read("seconds")).hasValue(TimeUnit.SECONDS);
        assertThat(type.read("SECONDS")).isEmpty();
        assertThat(type.expected()).startsWith("one of nanoseconds, microseconds");
        assertThat(type.print().apply(TimeUnit.DAYS)).isEqualTo("days");
    }

    @Test
    void an_address_is_one_of_http() {
        var type = ValueType.url();

        assertThat(type.read("http://localhost:8081/apis/ccompat/v7"))
                .hasValue(URI.create("http://localhost:8081/apis/ccompat/v7"));
        assertThat(type.read("localhost:8081")).isEmpty();
        assertThat(type.read("ftp://localhost")).isEmpty();
        assertThat(type.read("http://me:pass@localhost")).isEmpty();
        assertThat(type.read("http://a b")).isEmpty();
    }

    @Test
    void a_path_is_not_empty() {
        assertThat(ValueType.path().read("/tmp")).isPresent();
        assertThat(ValueType.path().read("")).isEmpty();
        assertThat(ValueType.path().read("a\0b")).isEmpty();
    }
}
