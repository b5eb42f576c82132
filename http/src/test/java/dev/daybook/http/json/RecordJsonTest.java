package dev.daybook.http.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.http.JsonBody;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.OrderView;
import dev.daybook.orders.ShipTo;
import dev.daybook.outcome.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

    @Property
    void reads_what_it_wrote_as_an_equal_record(@ForAll("records") AvroRecord record) {
        assertThat(roundTrip(record)).isEqualTo(record);
    }

    @Provide
    Arbitrary<AvroRecord> records() {
        return Stream.of(OrderCommand.class, OrderView.class, Outcome.class)
                .flatMap(vocabulary -> Vocabulary.of(vocabulary).codecs().stream())
                .<Arbitrary<AvroRecord>>map(codec -> AnyRecord.of(codec).map(record -> record))
                .reduce((some, more) -> Arbitraries.oneOf(some, more))
                .orElseThrow();
    }

    @Test
    void writes_exact_decimals_times_in_utc_and_no_nulls() {
        var summary = new OrderSummary(
                "10248",
                "VINET",
                OrderStatus.CONFIRMED,
                3,
                new BigDecimal("440.00000000"),
                "USD",
                Instant.parse("1996-07-04T00:00:00Z"),
                Instant.parse("1996-07-04T10:00:00.000001Z"),
                null,
                null,
                null,
                5);

        assertThat(written(summary))
                .isEqualTo("{\"orderId\":\"10248\",\"customerId\":\"VINET\",\"status\":\"CONFIRMED\",\"itemCount\":3,"
                        + "\"total\":\"440\",\"currency\":\"USD\",\"createdAt\":\"1996-07-04T00:00:00Z\","
                        + "\"confirmedAt\":\"1996-07-04T10:00:00.000001Z\",\"version\":5}");
    }

    @Test
    void fills_in_the_defaults_of_the_schema() {
        assertThat(read(CreateOrder.CODEC, "{\"customerId\": \"VINET\"}"))
                .isEqualTo(new CreateOrder("VINET", "USD", null));
        assertThat(read(AddItem.CODEC, "{\"productId\": \"11\", \"quantity\": 12, \"unitPrice\": 14}"))
                .isEqualTo(new AddItem("11", 12, new BigDecimal("14"), BigDecimal.ZERO));
    }

    @Test
    void reads_a_record_without_fields() {
        assertThat(read(ConfirmOrder.CODEC, "{}")).isEqualTo(new ConfirmOrder());
    }

    @Test
    void reads_nested_records() {
        var json = """
            {"shipTo": {"name": "Vins et alcools", "address": "59 rue de l'Abbaye", "city": "Reims", "region": null,
                        "country": "France"},
             "customerId": "VINET"}
            """;

        assertThat(read(CreateOrder.CODEC, json).shipTo())
                .isEqualTo(new ShipTo("Vins et alcools", "59 rue de l'Abbaye", "Reims", null, null, "France"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "\"0.1\", 0.1",
        "12345678901234.5678, 12345678901234.5678",
        "\"12345678901234.5678\", 12345678901234.5678",
        "14, 14",
        "-0.00000, 0",
        "1.4e1, 14",
        "14.00000000000000000, 14",
        "0e99999, 0"
    })
    void reads_decimals_exactly(String json, BigDecimal expected) {
        assertThat(unitPrice(json)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00001",
                "123456789012345",
                "1e999999999",
                "1e-999999999",
                "1e99999999999999",
                "\"\"",
                "\" 1\"",
                "\"1.\"",
                "\"+1\"",
                "\"01\"",
                "\"1,5\"",
                "\"١\"",
                "\"NaN\"",
                "null",
                "true",
                "[1]",
                "{\"value\": 1}"
            })
    void refuses_what_the_decimal_of_the_schema_cannot_hold(String json) {
        assertThat(faults(AddItem.CODEC, addItem("1", json)))
                .extracting(JsonFault::pointer, JsonFault::expected)
                .containsExactly(tuple(
                        "/unitPrice",
                        "a decimal, as a string or a number, with at most 14 digits before the point and 4 after it"));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "-2147483648, -2147483648", "2147483647, 2147483647", "12.0, 12", "1.2e1, 12", "0e999999, 0"})
    void reads_whole_numbers(String json, int expected) {
        assertThat(read(AddItem.CODEC, addItem(json, "1")).quantity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "1.5", "1e10", "1e999999999", "\"1\"", "null", "true"})
    void refuses_what_an_int_cannot_hold(String json) {
        assertThat(faults(AddItem.CODEC, addItem(json, "1")))
                .extracting(JsonFault::pointer, JsonFault::expected)
                .containsExactly(tuple("/quantity", "a whole number from -2147483648 to 2147483647"));
    }

    @Test
    void finds_all_faults_at_once() {
        var json = """
            {"customerId": 7, "currency": null, "colour": {"deep": [1, 2]},
             "shipTo": {"name": "A", "address": true, "zip/~code": "1", "country": "NL", "country": "BE"}}
            """;

        assertThat(faults(CreateOrder.CODEC, json))
                .containsExactly(
                        new JsonFault("/customerId", "a string", "the number 7"),
                        new JsonFault("/currency", "a string", "null"),
                        new JsonFault("/colour", "only the fields customerId, currency, shipTo", "an unknown field"),
                        new JsonFault("/shipTo/address", "a string", "true"),
                        new JsonFault(
                                "/shipTo/zip~1~0code",
                                "only the fields name, address, city, region, postalCode, country",
                                "an unknown field"),
                        new JsonFault("/shipTo/country", "every field once", "the field a second time"),
                        new JsonFault("/shipTo/city", "a string", "nothing"));
    }

    @Test
    void names_every_missing_field() {
        assertThat(faults(AddItem.CODEC, "{}"))
                .extracting(JsonFault::pointer, JsonFault::found)
                .containsExactly(
                        tuple("/productId", "nothing"), tuple("/quantity", "nothing"), tuple("/unitPrice", "nothing"));
    }

    @Test
    void refuses_bad_enums_and_times() {
        var json = """
            {"orderId": "1", "customerId": "A", "status": "LOST", "itemCount": 1, "total": 1, "currency": "USD",
             "createdAt": "2026-11-01T12:30:00", "confirmedAt": "2026-11-01T12:30:00.0000001Z",
             "shippedAt": "+300000-01-01T00:00:00Z", "version": 9223372036854775808}
            """;

        assertThat(faults(OrderSummary.CODEC, json))
                .extracting(JsonFault::pointer, JsonFault::expected)
                .containsExactly(
                        tuple(
                                "/status",
                                "one of the strings CREATED, CONFIRMED, READY_TO_SHIP, SHIPPED, DELIVERED, CANCELLED"),
                        tuple("/createdAt", time()),
                        tuple("/confirmedAt", time()),
                        tuple("/shippedAt", time()),
                        tuple("/version", "a whole number from -9223372036854775808 to 9223372036854775807"));
    }

    @Test
    void reads_times_with_any_offset() {
        var json = """
            {"orderId": "1", "customerId": "A", "status": "CREATED", "itemCount": 1, "total": 1, "currency": "USD",
             "createdAt": "2026-11-01T12:30:00.123456+02:00", "version": 1}
            """;

        assertThat(read(OrderSummary.CODEC, json).createdAt()).isEqualTo(Instant.parse("2026-11-01T10:30:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "null", "[]", "\"text\"", "7"})
    void refuses_a_body_that_is_no_object(String json) {
        assertThat(faults(ConfirmOrder.CODEC, json))
                .extracting(JsonFault::pointer, JsonFault::expected)
                .containsExactly(tuple("", "an object without fields"));
    }

    @Test
    void refuses_what_follows_the_body() {
        assertThat(faults(ConfirmOrder.CODEC, "{} {}"))
                .containsExactly(new JsonFault("", "the end of the body", "an object"));
        assertThat(faults(ConfirmOrder.CODEC, "{}]"))
                .singleElement()
                .extracting(JsonFault::expected)
                .isEqualTo("JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"a\"", "{a: 1}", "{'a': 1}", "{\"a\": 01}", "{\"a\": NaN}", "{/**/}", "{\"a\": 1,}"})
    void refuses_what_is_not_json_and_says_where(String json) {
        assertThat(faults(ConfirmOrder.CODEC, json).getLast())
                .satisfies(fault -> assertThat(fault.expected()).isEqualTo("JSON"))
                .satisfies(fault -> assertThat(fault.found()).contains("at line 1, column "));
    }

    @Test
    void refuses_what_is_not_utf_8() {
        var expected = new JsonFault("", "text in UTF-8", "other bytes");

        assertThat(faults(ConfirmOrder.CODEC, new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'}))
                .containsExactly(expected);
        assertThat(faults(ConfirmOrder.CODEC, "{}".getBytes(UTF_16))).isNotEmpty();
    }

    @Test
    void refuses_half_a_surrogate_pair() {
        assertThat(faults(AddItem.CODEC, "{\"productId\": \"\\ud800\", \"quantity\": 1, \"unitPrice\": 1}"))
                .containsExactly(
                        new JsonFault("/productId", "a string of whole characters", "half of a surrogate pair"));
        assertThat(faults(ConfirmOrder.CODEC, "{\"\\ud800\": 1}")).hasSize(1);
    }

    @Test
    void quotes_only_what_an_answer_can_carry() {
        var found = faults(AddItem.CODEC, addItem("\"" + "x".repeat(39) + "📒\"", "1"))
                .getFirst()
                .found();

        assertThat(found).isEqualTo("the string \"" + "x".repeat(39) + "?…\"");
    }

    @Test
    void refuses_deep_nesting() {
        assertThat(faults(ConfirmOrder.CODEC, "{\"a\":" + "[".repeat(100_000)))
                .extracting(JsonFault::pointer, JsonFault::expected)
                .contains(tuple(
                        "/a",
                        "at most 32 levels of nesting, numbers of at most 100 characters, and names of at most 1000"));
    }

    @Test
    void refuses_long_numbers() {
        assertThat(faults(AddItem.CODEC, addItem("1", "1".repeat(101)))).isNotEmpty();
        assertThat(faults(AddItem.CODEC, addItem("1", "\"" + "1".repeat(101) + "\"")))
                .isNotEmpty();
    }

    @Test
    void stops_at_a_hundred_faults() {
        var json = new StringBuilder("{");
        for (var i = 0; i < 1000; i++) {
            json.append("\"f").append(i).append("\": 1, ");
        }

        assertThat(faults(ConfirmOrder.CODEC, json.append("\"last\": 1}").toString()))
                .hasSize(100);
    }

    @Test
    void shortens_what_it_quotes() {
        var found = faults(AddItem.CODEC, addItem("\"" + "x".repeat(1000) + "\"", "1"))
                .getFirst()
                .found();

        assertThat(found).isEqualTo("the string \"" + "x".repeat(40) + "…\"");
    }

    private static String time() {
        return "a time in ISO 8601 with an offset and no more than microseconds, such as 2026-11-01T12:30:00Z";
    }

    private static String addItem(String quantity, String unitPrice) {
        return "{\"productId\": \"11\", \"quantity\": %s, \"unitPrice\": %s}".formatted(quantity, unitPrice);
    }

    private static BigDecimal unitPrice(String json) {
        return read(AddItem.CODEC, addItem("1", json)).unitPrice();
    }

    private static <T extends AvroRecord> T read(RecordCodec<T> codec, String json) {
        return RecordJson.of(codec, JsonLimits.DEFAULT).read(json.getBytes(UTF_8));
    }

    private static List<JsonFault> faults(RecordCodec<?> codec, String json) {
        return faults(codec, json.getBytes(UTF_8));
    }

    private static List<JsonFault> faults(RecordCodec<?> codec, byte[] json) {
        var reader = RecordJson.of(codec, JsonLimits.DEFAULT);
        return catchThrowableOfType(JsonFaultsException.class, () -> reader.read(json))
                .faults();
    }

    private static AvroRecord roundTrip(AvroRecord record) {
        var codec = Vocabulary.of(record.getClass()).codecs().getFirst();
        return read(codec, written(record));
    }

    private static String written(AvroRecord record) {
        JsonBody body = out -> RecordJson.write(record, out);
        return new String(body.bytes(), UTF_8);
    }
}
