package dev.daybook.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityTest {
    private static final Schema PLAIN = Schemas.record("a.Shipped", "carrier");
    private static final Schema WITH_NUMBER = Schemas.record("a.Shipped", "carrier", "number");
    private static final Schema WITH_DEFAULT = Schemas.record("a.Shipped", "carrier", "number=none");

    @Test
    void backward_names_the_field_that_the_new_version_cannot_fill() {
        assertThat(Compatibility.BACKWARD.faults(WITH_NUMBER, List.of(PLAIN)))
                .singleElement()
                .asString()
                .startsWith("it cannot read what version 1 wrote: field number: READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void forward_names_the_version_that_cannot_read() {
        assertThat(Compatibility.FORWARD.faults(PLAIN, List.of(WITH_NUMBER)))
                .singleElement()
                .asString()
                .startsWith("version 1 cannot read what it writes: field number: READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void full_looks_both_ways() {
        assertThat(Compatibility.FULL.faults(WITH_NUMBER, List.of(PLAIN))).hasSize(1);
        assertThat(Compatibility.FULL.faults(PLAIN, List.of(WITH_NUMBER))).hasSize(1);
        assertThat(Compatibility.FULL.faults(WITH_DEFAULT, List.of(PLAIN))).isEmpty();
    }

    @Test
    void only_transitive_levels_look_behind_the_last_version() {
        var versions = List.of(PLAIN, WITH_DEFAULT);

        assertThat(Compatibility.BACKWARD.faults(WITH_NUMBER, versions)).isEmpty();
        assertThat(Compatibility.BACKWARD_TRANSITIVE.faults(WITH_NUMBER, versions))
                .singleElement()
                .asString()
                .contains("version 1");
    }

    @Test
    void none_admits_everything() {
        assertThat(Compatibility.NONE.faults(WITH_NUMBER, List.of(PLAIN))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_level_admits_the_first_version_and_the_same_again(Compatibility level) {
        assertThat(level.faults(PLAIN, List.of())).isEmpty();
        assertThat(level.faults(PLAIN, List.of(PLAIN))).isEmpty();
    }
}
