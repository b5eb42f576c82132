package dev.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.schema.SchemaRejectedException;
import dev.daybook.platform.schema.UnknownSchemaIdException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What every schema registry must do. */
abstract class SchemaRegistrySuite {
    private static final Schema PLAIN = SchemaBuilder.record("dev.daybook.suite.Shipped")
            .fields()
            .requiredString("carrier")
            .endRecord();
    private static final Schema WITH_DEFAULT = SchemaBuilder.record("dev.daybook.suite.Shipped")
            .fields()
            .requiredString("carrier")
            .name("number")
            .type()
            .stringType()
            .stringDefault("none")
            .endRecord();
    private static final Schema WITHOUT_DEFAULT = SchemaBuilder.record("dev.daybook.suite.Shipped")
            .fields()
            .requiredString("carrier")
            .requiredString("number")
            .endRecord();

    private String subject = "";

    /** The registry; tests use subjects of their own. */
    abstract SchemaRegistry registry();

    @BeforeEach
    void chooseSubject(TestInfo test) {
        subject = "suite." + test.getTestMethod().orElseThrow().getName() + "-dev.daybook.suite.Shipped";
    }

    @Test
    void gives_a_schema_back_by_its_id() {
        var id = registry().register(subject, PLAIN);

        assertThat(registry().byId(id)).isEqualTo(PLAIN);
    }

    @Test
    void registering_again_changes_nothing() {
        var first = registry().register(subject, PLAIN);

        assertThat(registry().register(subject, PLAIN)).isEqualTo(first);
        assertThat(registry().versions(subject)).containsExactly(PLAIN);
    }

    @Test
    void a_schema_has_one_id_under_all_subjects() {
        var first = registry().register(subject, PLAIN);

        assertThat(registry().register(subject + ".copy", PLAIN)).isEqualTo(first);
    }

    @Test
    void another_schema_has_another_id() {
        var first = registry().register(subject, PLAIN);

        assertThat(registry().register(subject, WITH_DEFAULT)).isNotEqualTo(first);
    }

    @Test
    void says_that_an_id_is_unknown() {
        assertThatThrownBy(() -> registry().byId(Integer.MAX_VALUE))
                .isInstanceOfSatisfying(
                        UnknownSchemaIdException.class,
                        unknown -> assertThat(unknown.id()).isEqualTo(Integer.MAX_VALUE));
    }

    @Test
    void lists_versions_oldest_first() {
        registry().register(subject, PLAIN);
        registry().register(subject, WITH_DEFAULT);

        assertThat(registry().versions(subject)).containsExactly(PLAIN, WITH_DEFAULT);
    }

    @Test
    void an_unknown_subject_has_no_versions() {
        assertThat(registry().versions(subject)).isEmpty();
    }

    @Test
    void a_level_may_be_set_before_the_first_version_and_again() {
        registry().requireCompatibility(subject, Compatibility.BACKWARD);
        registry().requireCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        registry().register(subject, PLAIN);
        registry().register(subject, WITH_DEFAULT);

        assertThat(registry().versions(subject)).hasSize(2);
    }

    @Test
    void refuses_what_cannot_read_the_last_version_and_says_why() {
        registry().requireCompatibility(subject, Compatibility.BACKWARD);
        registry().register(subject, PLAIN);

        assertThatThrownBy(() -> registry().register(subject, WITHOUT_DEFAULT))
                .isInstanceOfSatisfying(SchemaRejectedException.class, rejected -> {
                    assertThat(rejected.subject()).isEqualTo(subject);
                    assertThat(rejected.schema()).isEqualTo("dev.daybook.suite.Shipped");
                    assertThat(rejected.reasons())
                            .singleElement()
                            .asString()
                            .contains("version 1", "field number", "READER_FIELD_MISSING_DEFAULT_VALUE");
                });
        assertThat(registry().versions(subject)).containsExactly(PLAIN);
    }

    @Test
    void a_transitive_level_looks_behind_the_last_version() {
        registry().requireCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        registry().register(subject, PLAIN);
        registry().register(subject, WITH_DEFAULT);

        assertThatThrownBy(() -> registry().register(subject, WITHOUT_DEFAULT))
                .isInstanceOf(SchemaRejectedException.class);
    }
}
