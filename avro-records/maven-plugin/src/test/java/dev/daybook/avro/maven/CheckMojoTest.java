package dev.daybook.avro.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckMojoTest {
    private static final String FIRST = """
        record Sold { string product; int quantity; decimal(9, 2) price; Size size; Buyer? buyer = null; }
        record Buyer { string name; }
        enum Size { S, L }
        """;

    @TempDir
    private Path folder;

    @Test
    void lets_a_field_with_a_default_come_and_go() throws Exception {
        release(FIRST);

        Idl.events(
                source(),
                FIRST.replace("int quantity;", "int quantity; string? note = null;")
                        .replace("Buyer? buyer = null;", ""));

        assertThatCode(() -> mojo(new CheckMojo()).execute()).doesNotThrowAnyException();
    }

    @Test
    void names_every_fault_with_schema_version_field_and_rule() throws Exception {
        release(FIRST);

        Idl.events(source(), """
            record Sold { string product; string quantity; decimal(9, 3) price; Size size; Buyer? buyer = null; boolean paid; }
            record Buyer { string name; string mail; }
            enum Size { S, M }
            """);

        assertThatThrownBy(() -> mojo(new CheckMojo()).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                    The schemas do not fit to what was released:
                    shop.Sold against released/shop.Sold/1.avsc: field quantity: TYPE_MISMATCH: reader type: STRING not compatible with writer type: INT (FULL: the present schema cannot read what was written with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field price: LOGICAL_TYPE_MISMATCH: expected decimal(9, 3), but it was written as decimal(9, 2) (FULL: the present schema cannot read what was written with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field size: MISSING_ENUM_SYMBOLS: the symbols [L] are missing, and there is no default symbol (FULL: the present schema cannot read what was written with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field buyer.mail: READER_FIELD_MISSING_DEFAULT_VALUE: it is missing in what was written, and has no default (FULL: the present schema cannot read what was written with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field paid: READER_FIELD_MISSING_DEFAULT_VALUE: it is missing in what was written, and has no default (FULL: the present schema cannot read what was written with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field quantity: TYPE_MISMATCH: reader type: INT not compatible with writer type: STRING (FULL: the present schema writes what cannot be read with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field price: LOGICAL_TYPE_MISMATCH: expected decimal(9, 2), but it was written as decimal(9, 3) (FULL: the present schema writes what cannot be read with the released one)
                    shop.Sold against released/shop.Sold/1.avsc: field size: MISSING_ENUM_SYMBOLS: the symbols [M] are missing, and there is no default symbol (FULL: the present schema writes what cannot be read with the released one)\
                    """);
    }

    @Test
    void looks_at_every_released_version() throws Exception {
        String first = FIRST.replace("string product;", "string product = \"\";");
        release(first);
        release(first.replace("string product = \"\";", ""));

        Idl.events(source(), FIRST.replace("string product;", "int product = 0;"));

        assertThatThrownBy(() -> mojo(new CheckMojo()).execute())
                .hasMessageContaining("released/shop.Sold/1.avsc: field product: TYPE_MISMATCH")
                .hasMessageNotContaining("2.avsc");
    }

    @Test
    void asks_of_a_vocabulary_what_it_is_said_to_owe() throws Exception {
        release(FIRST);
        Idl.events(source(), FIRST.replace("string product;", ""));

        CheckMojo backward = mojo(new CheckMojo());
        backward.compatibility = Map.of("shop.ShopEvent", Compatibility.BACKWARD);
        CheckMojo forward = mojo(new CheckMojo());
        forward.compatibility = Map.of("shop.ShopEvent", Compatibility.FORWARD);

        assertThatCode(backward::execute).doesNotThrowAnyException();
        assertThatThrownBy(forward::execute).hasMessageContaining("field product: READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void misses_a_message_that_was_released() throws Exception {
        release(FIRST);
        Idl.events(source(), FIRST.replace("Sold", "Bought"));

        assertThatThrownBy(() -> mojo(new CheckMojo()).execute())
                .hasMessageContaining(
                        "shop.Sold: MESSAGE_REMOVED: it was released, but no vocabulary has it as a message any more");
    }

    @Test
    void refuses_a_compatibility_for_no_vocabulary() throws Exception {
        Idl.events(source(), FIRST);
        CheckMojo check = mojo(new CheckMojo());
        check.compatibility = Map.of("shop.ShopEvents", Compatibility.NONE);

        assertThatThrownBy(check::execute).hasMessageContaining("shop.ShopEvents: there is no such vocabulary");
    }

    @Test
    void releases_what_changed_and_nothing_else() throws Exception {
        release(FIRST);
        release(FIRST);
        release(FIRST + "record Returned { string product; }");

        assertThat(Files.exists(folder.resolve("released/shop.Sold/1.avsc"))).isTrue();
        assertThat(Files.exists(folder.resolve("released/shop.Sold/2.avsc"))).isFalse();
        assertThat(Files.exists(folder.resolve("released/shop.Returned/1.avsc")))
                .isTrue();
        assertThat(Files.exists(folder.resolve("released/shop.Buyer"))).isFalse();
    }

    @Test
    void releases_nothing_that_does_not_fit() throws Exception {
        release(FIRST);

        assertThatThrownBy(() -> release(FIRST.replace("int quantity", "string quantity")))
                .isInstanceOf(MojoFailureException.class);
        assertThat(Files.exists(folder.resolve("released/shop.Sold/2.avsc"))).isFalse();
    }

    private void release(String idl) throws Exception {
        Idl.events(source(), idl);
        mojo(new ReleaseMojo()).execute();
    }

    private <M extends ReleasedSchemasMojo> M mojo(M mojo) {
        mojo.sourceDirectory = source().toFile();
        mojo.releasedDirectory = folder.resolve("released").toFile();
        return mojo;
    }

    private Path source() {
        return folder.resolve("avro");
    }
}
