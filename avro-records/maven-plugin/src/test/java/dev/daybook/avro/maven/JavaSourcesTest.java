package dev.daybook.avro.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void seals_a_vocabulary_over_its_messages() throws IOException {
        assertThat(source("ShopEvent", "record Sold { string product; } record Returned { string product; }"))
                .isEqualTo("""
                    // Generated from events.avdl.
                    package shop;

                    import dev.daybook.avro.AvroRecord;

                    public sealed interface ShopEvent extends AvroRecord permits Sold, Returned {
                    }
                    """);
    }

    @Test
    void makes_a_record_with_its_docs_its_checks_and_its_codec() throws IOException {
        assertThat(source("Sold", """
            /** Goods were sold. */
            record Sold {
              string product;
              /** Per `piece`, before <tax>. */
              decimal(9, 2)? price = null;
            }
            """)).isEqualTo("""
                // Generated from events.avdl.
                package shop;

                import dev.daybook.avro.AvroInput;
                import dev.daybook.avro.AvroOutput;
                import dev.daybook.avro.GenericValues;
                import dev.daybook.avro.RecordCodec;
                import dev.daybook.avro.Values;
                import java.math.BigDecimal;
                import org.apache.avro.Schema;
                import org.jspecify.annotations.Nullable;

                /**
                 * Goods were sold.
                 *
                 * @param price Per {@code piece}, before &#60;tax&#62;.
                 */
                public record Sold(String product, @Nullable BigDecimal price) implements ShopEvent {
                    /**
                     * Reads and writes this record as Avro binary.
                     */
                    public static final RecordCodec<Sold> CODEC = new Codec();

                    public Sold {
                        product = Values.string("Sold.product", product);
                        price = price == null ? null : Values.decimal("Sold.price", price, 9, 2);
                    }

                    /**
                     * The same with another product.
                     */
                    public Sold withProduct(String product) {
                        return new Sold(product, price);
                    }

                    /**
                     * The same with another price.
                     */
                    public Sold withPrice(@Nullable BigDecimal price) {
                        return new Sold(product, price);
                    }

                    @Override
                    public Schema getSchema() {
                        return CODEC.schema();
                    }

                    @Override
                    public @Nullable Object get(int position) {
                        return switch (position) {
                            case 0 -> product();
                            case 1 -> price() == null ? null : GenericValues.decimal(price());
                            default -> throw new IndexOutOfBoundsException(position);
                        };
                    }

                    private static final class Codec extends RecordCodec<Sold> {
                        Codec() {
                            super(Sold.class, \"""
                            {
                              "type" : "record",
                              "name" : "Sold",
                              "namespace" : "shop",
                              "doc" : "Goods were sold.",
                              "fields" : [ {
                                "name" : "product",
                                "type" : "string"
                              }, {
                                "name" : "price",
                                "type" : [ "null", {
                                  "type" : "bytes",
                                  "logicalType" : "decimal",
                                  "precision" : 9,
                                  "scale" : 2
                                } ],
                                "doc" : "Per `piece`, before <tax>.",
                                "default" : null
                              } ]
                            }
                            \""");
                        }

                        @Override
                        protected void write(Sold value, AvroOutput out) {
                            out.writeString(value.product());
                            if (out.writePresence(value.price(), 0)) {
                                out.writeDecimal(value.price());
                            }
                        }

                        @Override
                        protected Sold read(AvroInput in) {
                            return new Sold(
                                    in.readString(),
                                    in.readPresence(0) ? in.readDecimal(2) : null);
                        }
                    }
                }
                """);
    }

    @Test
    void cuts_a_schema_into_pieces_that_fit_into_a_class_file() throws IOException {
        String record = "record Long {\n" + "/** " + "x".repeat(30_000) + " */ string a;\n/** " + "x".repeat(30_000)
                + " */ string b;\n}";

        assertThat(source("Long", record)).containsPattern("\"\"\",\\s+\"\"\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        union { int, string } x;          | shop.Sold.x is ["int","string"], which has no Java type here: only a union of null and one other type has a Java type
        null x;                           | shop.Sold.x is "null", which has no Java type here: use bytes or a union with null
        array<union { null, int }> x;     | shop.Sold.x is ["null","int"], which has no Java type here: items must be values with at least one byte each, and not null
        array<Nothing> x;                 | which has no Java type here: items must be values with at least one byte each, and not null
        """)
    void says_which_field_has_no_Java_type(String field, String message) {
        assertThatThrownBy(() -> sources("record Sold { " + field + " } record Nothing { }"))
                .isInstanceOf(IdlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refuses_a_message_with_the_name_of_its_vocabulary() {
        assertThatThrownBy(() -> sources("record ShopEvent { int x; }"))
                .isInstanceOf(IdlException.class)
                .hasMessage("events.avdl: there are two types shop.ShopEvent: a protocol's name, too, becomes that of a"
                        + " type");
    }

    @Test
    void refuses_a_message_of_another_namespace() {
        assertThatThrownBy(() -> sources("@namespace(\"market\") record Sold { int x; }"))
                .isInstanceOf(IdlException.class)
                .hasMessage("events.avdl: market.Sold must have the namespace of shop.ShopEvent, because Java seals an"
                        + " interface within its package");
    }

    @Test
    void refuses_fixed() {
        assertThatThrownBy(() -> sources("fixed Digest(16);"))
                .isInstanceOf(IdlException.class)
                .hasMessage("events.avdl: shop.Digest is a fixed, for which no Java is generated: use bytes");
    }

    private String source(String type, String body) throws IOException {
        return Objects.requireNonNull(sources(body).get(Path.of("shop", type + ".java")), type);
    }

    private Map<Path, String> sources(String body) throws IOException {
        return JavaSources.of(Idl.events(folder, body));
    }
}
