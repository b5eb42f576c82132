package dev.daybook.avro.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import org.junit.jupiter.api.Test;

final class VocabularyTest {
    private final Vocabulary<Specimen> specimens = Vocabulary.of(Specimen.class);

    @Test
    void has_the_messages_of_a_sealed_interface_in_the_order_of_the_schema() {
        assertThat(specimens.codecs())
                .extracting(RecordCodec::fullName)
                .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
                .containsExactly("Scalars", "Nullables", "Containers", "Tree", "Nothing", "Reserved", "Codec", "Wide");
    }

    @Test
    void finds_codecs_by_name_and_by_message() {
        assertThat(specimens.find("dev.daybook.avro.specimen.Tree")).contains(Tree.CODEC);
        assertThat(specimens.find("dev.daybook.avro.specimen.Point")).isEmpty();
        assertThat(specimens.codecOf(new Nothing())).isSameAs(Nothing.CODEC);
    }

    @Test
    void writes_any_of_its_messages() {
        assertThat(specimens.encode(new Codec("x"))).isEqualTo(Codec.CODEC.encode(new Codec("x")));
    }

    @Test
    void may_be_one_record_alone() {
        assertThat(Vocabulary.of(Point.class).codecs()).containsExactly(Point.CODEC);
    }

    @Test
    void refuses_types_that_were_not_generated() {
        assertThatThrownBy(() -> Vocabulary.of(Runnable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.Runnable must be a sealed interface or a record that was generated from an Avro"
                        + " schema");
    }
}
