package dev.daybook.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class RecordSerdesTest {
    private static final String TOPIC = "orders.order.commands";
    private static final OrderCommand ADD_ITEM =
            new AddItem("11", 12, new BigDecimal("14.0000"), new BigDecimal("0.1500"));

    private final MapRegistry registry = new MapRegistry();
    private final RecordSerdes serdes = new RecordSerdes(registry);
    private final Serializer<OrderCommand> serializer = serdes.serializer(OrderCommand.class);
    private final Deserializer<OrderCommand> deserializer = serdes.deserializer(OrderCommand.class);

    @Test
    void reads_what_it_writes() {
        assertThat(roundTrip(ADD_ITEM)).isEqualTo(ADD_ITEM);
        assertThat(roundTrip(new ConfirmOrder())).isEqualTo(new ConfirmOrder());
    }

    @Test
    void a_vocabulary_may_be_one_record() {
        var one = new CancelOrder("changed my mind");
        var bytes = serdes.serializer(CancelOrder.class).serialize(TOPIC, one);

        assertThat(serdes.deserializer(CancelOrder.class).deserialize(TOPIC, bytes))
                .isEqualTo(one);
    }

    @Test
    void a_tombstone_stays_one() {
        assertThat(serializer.serialize(TOPIC, null)).isNull();
        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }

    @Test
    void any_avro_tool_can_read_behind_the_header() throws IOException {
        var generic = new GenericRecordBuilder(CancelOrder.CODEC.schema())
                .set("reason", "late")
                .build();

        assertThat(serializer.serialize(TOPIC, new CancelOrder("late"))).isEqualTo(message(generic));
    }

    @Test
    void the_subject_is_topic_and_record_name() {
        serializer.serialize(TOPIC, ADD_ITEM);

        assertThat(registry.subjects()).containsExactly("orders.order.commands-dev.daybook.orders.AddItem");
    }

    @Test
    void the_registry_is_asked_once_for_each_type_on_a_topic() {
        var bytes = serializer.serialize(TOPIC, ADD_ITEM);
        serializer.serialize(TOPIC, ADD_ITEM);
        deserializer.deserialize(TOPIC, bytes);
        deserializer.deserialize(TOPIC, bytes);
        assertThat(registry.requests).isEqualTo(2);

        serializer.serialize("another", ADD_ITEM);
        assertThat(registry.requests).isEqualTo(3);
    }

    @Test
    void what_an_older_schema_wrote_is_read_with_defaults() throws IOException {
        var older = Schemas.record(CreateOrder.CODEC.fullName(), "customerId");
        var written = new GenericRecordBuilder(older).set("customerId", "VINET").build();

        assertThat(deserializer.deserialize(TOPIC, message(written))).isEqualTo(new CreateOrder("VINET", "USD", null));
    }

    @Test
    void a_schema_id_that_the_registry_does_not_know_is_unreadable() {
        assertUnreadable(new byte[] {0, 0, 0, 0, 77, 1}, "no schema with the id 77");
    }

    @Test
    void a_record_of_another_vocabulary_is_unreadable() {
        var event = serdes.serializer(OrderEvent.class).serialize(TOPIC, new OrderConfirmed(BigDecimal.ONE, List.of()));

        assertUnreadable(event, "A dev.daybook.orders.OrderConfirmed is none of the messages expected here");
    }

    @Test
    void bytes_that_end_early_or_late_are_unreadable() {
        var bytes = serializer.serialize(TOPIC, ADD_ITEM);

        assertUnreadable(Arrays.copyOf(bytes, bytes.length - 1), "The bytes are no dev.daybook.orders.AddItem");
        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1), "The bytes are no dev.daybook.orders.AddItem");
    }

    @Test
    void a_schema_that_does_not_resolve_is_unreadable() throws IOException {
        var stranger = Schemas.record(CancelOrder.CODEC.fullName(), "whim");
        var written = new GenericRecordBuilder(stranger).set("whim", "so").build();

        assertUnreadable(message(written), "reason");
    }

    @Test
    void a_registry_that_is_away_says_nothing_about_the_message() {
        var bytes = serializer.serialize(TOPIC, ADD_ITEM);
        registry.away = true;

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
                .isInstanceOf(RegistryUnavailableException.class);

        registry.away = false;
        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(ADD_ITEM);
    }

    @Test
    void a_registry_that_is_away_harms_no_schema_that_was_seen() {
        var bytes = serializer.serialize(TOPIC, ADD_ITEM);
        deserializer.deserialize(TOPIC, bytes);
        registry.away = true;

        assertThat(roundTrip(ADD_ITEM)).isEqualTo(ADD_ITEM);
    }

    @Test
    void reading_allocates_nothing_but_the_record() {
        var bytes = serializer.serialize(TOPIC, ADD_ITEM);
        var body = Arrays.copyOfRange(bytes, WireFormat.HEADER_LENGTH, bytes.length);
        var reader = AddItem.CODEC.reader(AddItem.CODEC.schema());

        var bare = allocatedBy(() -> reader.read(body, 0, body.length));
        var whole = allocatedBy(() -> deserializer.deserialize(TOPIC, bytes));

        assertThat(whole).isLessThan(bare + 8.0);
    }

    /** The bytes that an action allocates each time. */
    private static double allocatedBy(Runnable action) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var times = 2_000;
        for (var i = 0; i < times; i++) {
            action.run();
        }
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < times; i++) {
            action.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) times;
    }

    private void assertUnreadable(byte[] message, String reason) {
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, message))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(reason);
    }

    private OrderCommand roundTrip(OrderCommand command) {
        return deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, command));
    }

    private byte[] message(GenericRecord written) throws IOException {
        var schema = written.getSchema();
        return WireFormat.message(
                registry.register(TOPIC + "-" + schema.getFullName(), schema),
                binary(written, schema),
                binary(written, schema).length);
    }

    private static byte[] binary(GenericRecord written, Schema schema) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema, GenericData.get()).write(written, encoder);
        return bytes.toByteArray();
    }
}
