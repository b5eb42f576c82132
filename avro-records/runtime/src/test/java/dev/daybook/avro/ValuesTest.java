package dev.daybook.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999_999, -999_999, -1_000_000, -1_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void every_long_is_a_time_in_microseconds(long micros) {
        assertThat(Values.toMicros(Values.ofMicros(micros))).isEqualTo(micros);
    }

    @Test
    void cuts_a_time_downwards() {
        assertThat(Values.micros("t", Instant.ofEpochSecond(-1, 1))).isEqualTo(Instant.ofEpochSecond(-1));
        assertThat(Values.millis("t", Instant.ofEpochSecond(-1, 1))).isEqualTo(Instant.ofEpochSecond(-1));
    }

    @Test
    void takes_zeros_off_a_decimal_but_no_other_digit() {
        assertThat(Values.decimal("d", new BigDecimal("1.5000"), 3, 1)).isEqualTo(new BigDecimal("1.5"));
        assertThat(Values.decimal("d", new BigDecimal("0E+2000000000"), 3, 1)).isEqualTo(new BigDecimal("0.0"));
        assertThatThrownBy(() -> Values.decimal("d", new BigDecimal("1.51"), 3, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Values.decimal("d", new BigDecimal("1E-2000000000"), 3, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_date_beyond_the_days_of_an_int() {
        assertThatThrownBy(() -> Values.date("day", LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("day must fit into 32 bits, but is ");
    }
}
