package dev.daybook.processor.topology;

import static dev.daybook.processor.topology.WriteSide.NOON;
import static dev.daybook.processor.topology.WriteSide.headers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCreated;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.streams.deadletter.DeadLetterHeaders;
import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersTest {
    private static final int LARGEST = 10_000;
    private static final CreateOrder CREATE = new CreateOrder("ALFKI", "USD", null);
    private static final byte[] GARBAGE = {1, 2, 3, 4, 5, 6, 7};

    private WriteSide side = new WriteSide(new FaultyOrders(), new FlakyRegistry(), 1, LARGEST);

    @AfterEach
    void the_partition_goes_on_and_close() {
        side.send("0", "after", CREATE);
        assertThat(side.reply().outcome()).isInstanceOf(CommandAccepted.class);
        side.close();
    }

    @Test
    void keep_the_bytes_and_headers_of_an_unreadable_command_and_say_why() {
        var original = headers("c-1", "dev.daybook.orders.CreateOrder", null).add("own", GARBAGE);

        side.sendRaw("10248", GARBAGE, original, NOON);

        var letter = letter();
        assertThat(letter.key()).isEqualTo("10248".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo(GARBAGE);
        assertThat(letter.getRecordTime()).isEqualTo(NOON);
        assertThat(letter.headers()).startsWith(original.toArray());
        assertThat(text(letter, DeadLetterHeaders.REASON)).isEqualTo("unreadable");
        assertThat(text(letter, DeadLetterHeaders.MESSAGE)).contains("magic byte 0");
        assertThat(text(letter, DeadLetterHeaders.TOPIC)).isEqualTo(WriteSide.COMMANDS);
        assertThat(text(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(text(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
        assertThat(text(letter, DeadLetterHeaders.STACK_TRACE)).contains("UnreadableMessageException");
        assertThat(failure().reason()).contains("magic byte 0");
        assertThat(side.events()).isEmpty();
    }

    @Test
    void take_a_value_cut_short() {
        var value = side.value(CREATE);

        side.sendRaw("10248", Arrays.copyOf(value, value.length - 1), headers("c-1", "x", null), NOON);

        assertParked("unreadable");
    }

    @Test
    void take_a_record_that_is_no_command() {
        side.sendRaw(
                "10248",
                side.value(OrderCreated.class, new OrderCreated("ALFKI", "USD", null)),
                headers("c-1", "x", null),
                NOON);

        assertParked("unreadable");
    }

    @Test
    void take_a_schema_id_that_nobody_knows() {
        side.sendRaw("10248", new byte[] {0, 0, 1, 0, 0, 7}, headers("c-1", "x", null), NOON);

        assertParked("unreadable");
    }

    @Test
    void take_a_message_without_a_value() {
        side.sendRaw("10248", (byte[]) null, headers("c-1", "x", null), NOON);

        assertParked("unreadable");
    }

    @Test
    void take_messages_whose_key_is_no_id() {
        var value = side.value(CREATE);

        side.sendRaw((byte[]) null, value, headers("c-1", "x", null), NOON);
        assertParked("unreadable");
        side.sendRaw(new byte[0], value, headers("c-2", "x", null), NOON);
        assertParked("unreadable");
        side.sendRaw(new byte[] {(byte) 0xc3, 0x28}, value, headers("c-3", "x", null), NOON);
        assertParked("unreadable");
        side.sendRaw("k".repeat(513), value, headers("c-4", "x", null), NOON);
        assertParked("unreadable");
    }

    @Test
    void take_a_command_on_the_wrong_partition() {
        side.close();
        // Of 4 partitions, "10248" is at home on another than 0; "0" is at home there.
        side = new WriteSide(new FaultyOrders(), new FlakyRegistry(), 4, LARGEST);

        side.send("10248", "c-1", CREATE);

        assertParked("wrong-partition");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_expectedversion, one",
        "ce_expectedversion, -1",
        "ce_time, yesterday",
        "ce_specversion, 0.3",
        "ce_correlationid, ''",
    })
    void take_a_command_with_a_malformed_header_and_answer_its_sender(String header, String value) {
        var headers = headers("c-1", "x", null);
        headers.remove(header).add(header, value.getBytes(UTF_8));

        side.sendRaw("10248", side.value(CREATE), headers, NOON);

        assertThat(text(letter(), DeadLetterHeaders.MESSAGE)).contains(header);
        assertThat(failure().commandId()).isEqualTo("c-1");
    }

    @Test
    void take_a_command_with_several_malformed_headers() {
        var headers = headers("c-1", "x", null);
        headers.remove(HeaderNames.ID).add(HeaderNames.ID, new byte[] {(byte) 0xc3, 0x28});
        headers.add(HeaderNames.TIME, "yesterday".getBytes(UTF_8));
        headers.add(HeaderNames.PRINCIPAL, "p".repeat(1_025).getBytes(UTF_8));

        side.sendRaw("10248", side.value(CREATE), headers, NOON);

        assertParked("unreadable");
    }

    @Test
    void take_a_command_that_breaks_the_decider() {
        side.send("10248", "c-1", CREATE);
        side.replies();
        side.send("10248", "c-2", new CancelOrder("fun"));

        var letter = letter();
        assertThat(text(letter, DeadLetterHeaders.REASON)).isEqualTo("decider-failed");
        assertThat(text(letter, DeadLetterHeaders.STACK_TRACE)).contains("FaultyOrders");
        assertThat(failure().reason()).contains("cannot cancel for fun");
        assertThat(side.events()).hasSize(1);
    }

    @Test
    void take_a_command_that_the_decider_never_ends_with() {
        side.send("10248", "c-1", new CreateOrder("endless", "USD", null));

        assertParked("decider-failed");
    }

    @Test
    void take_a_command_that_leads_to_more_than_a_message_holds() {
        side.send("10248", "c-1", new CreateOrder("c".repeat(LARGEST), "USD", null));

        assertParked("too-large");
    }

    @Test
    void take_the_command_at_which_the_state_no_longer_fits() {
        side.send("10248", "create", CREATE);
        var lines = 0;
        do {
            side.replies();
            side.events();
            var product = lines++ + "p".repeat(500);
            side.send("10248", "add-" + lines, new AddItem(product, 1, BigDecimal.ONE, BigDecimal.ZERO));
        } while (lines < 40 && side.harness().received(WriteSide.DEAD_LETTERS).isEmpty());

        assertThat(lines).isLessThan(40);
        var failure = failure();
        assertThat(failure.code()).isEqualTo("too-large");
        assertThat(failure.reason()).startsWith("The state is ");
        assertThat(side.events()).isEmpty();
    }

    @Test
    void are_found_by_who_asks_for_the_outcome() {
        side.sendRaw("10248", GARBAGE, headers("c-1", "x", null), NOON);
        assertParked("unreadable");

        side.ask("10248", "c-1");

        assertThat(failure().commandId()).isEqualTo("c-1");
    }

    private void assertParked(String reason) {
        assertThat(text(letter(), DeadLetterHeaders.REASON)).isEqualTo(reason);
        assertThat(failure().code()).isEqualTo(reason);
        assertThat(side.events()).isEmpty();
    }

    private TestRecord<byte[], byte[]> letter() {
        var letters = side.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private CommandFailed failure() {
        return (CommandFailed) side.reply().outcome();
    }

    private static String text(TestRecord<byte[], byte[]> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), UTF_8);
    }
}
