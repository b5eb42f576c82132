package dev.daybook.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.avro.Vocabulary;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.ShipTo;
import dev.daybook.platform.schema.RegistryConfig.Basic;
import dev.daybook.platform.schema.RegistryConfig.Bearer;
import dev.daybook.platform.schema.RegistryConfig.Client;
import dev.daybook.platform.schema.RegistryConfig.Credentials;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What we make of Confluent's serializer and deserializer, with stand-ins of the same shape: their own cannot be had
 * from Maven Central.
 */
class ConfluentFormatTest {
    private static final String TOPIC = "orders.order.commands";
    private static final OrderCommand ADD_ITEM =
            new AddItem("11", 12, new BigDecimal("14.0000"), new BigDecimal("0.1500"));

    private final MapRegistry theirs = new MapRegistry();
    private final ConfluentFormat format = format(null);
    private final Serializer<OrderCommand> serializer = format.serializer(Vocabulary.of(OrderCommand.class));
    private final Deserializer<OrderCommand> deserializer = format.deserializer(Vocabulary.of(OrderCommand.class));

    ConfluentFormatTest() {
        StandIns.REGISTRY.set(theirs);
    }

    @Test
    void records_come_back_as_they_were() {
        assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, ADD_ITEM)))
                .isEqualTo(ADD_ITEM);
    }

    @Test
    void records_within_records_come_back_as_they_were() {
        var create = new CreateOrder("VINET", "EUR", new ShipTo("Vins", "59 rue", "Reims", null, "51100", "France"));

        assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, create)))
                .isEqualTo(create);
    }

    @Test
    void the_bytes_are_those_of_daybooks_own() {
        assertThat(serializer.serialize(TOPIC, ADD_ITEM))
                .isEqualTo(
                        new RecordSerdes(theirs).serializer(OrderCommand.class).serialize(TOPIC, ADD_ITEM));
    }

    @Test
    void a_tombstone_stays_one() {
        assertThat(serializer.serialize(TOPIC, null)).isNull();
        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }

    @Test
    void malformed_bytes_are_unreadable() {
        var bytes = serializer.serialize(TOPIC, new CancelOrder("late"));

        assertUnreadable(Arrays.copyOf(bytes, bytes.length - 1));
        assertUnreadable(new byte[] {1, 2, 3});
        assertUnreadable(new byte[] {0, 0, 0, 0, 77, 1});
    }

    @Test
    void a_record_of_another_vocabulary_is_unreadable() {
        var events = format.deserializer(Vocabulary.of(OrderEvent.class));
        var command = serializer.serialize(TOPIC, ADD_ITEM);

        assertThatThrownBy(() -> events.deserialize(TOPIC, command)).isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void a_registry_that_is_away_says_nothing_about_the_message() {
        var bytes = serializer.serialize(TOPIC, ADD_ITEM);
        StandIns.AWAY.set(true);
        try {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThatThrownBy(() -> serializer.serialize(TOPIC, ADD_ITEM))
                    .isInstanceOf(RegistryUnavailableException.class);
        } finally {
            StandIns.AWAY.set(false);
        }
    }

    @Test
    void subjects_are_topic_and_record_name() {
        assertThat(properties(null))
                .containsEntry("schema.registry.url", "http://registry:8081")
                .containsEntry(
                        "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy")
                .containsEntry("http.connect.timeout.ms", 1000)
                .containsEntry("http.read.timeout.ms", 2000);
    }

    @Test
    void credentials_are_passed_on() {
        assertThat(properties(new Basic("me", "pw")))
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("basic.auth.user.info", "me:pw");
        assertThat(properties(new Bearer("t")))
                .containsEntry("bearer.auth.credentials.source", "STATIC_TOKEN")
                .containsEntry("bearer.auth.token", "t");
    }

    @Test
    void says_how_to_build_if_confluents_classes_are_missing() {
        var config = new RegistryConfig(
                URI.create("http://registry:8081"),
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Client.CONFLUENT);
        var missing = new ConfluentFormat(config, theirs, "io.nobody.Serializer", "io.nobody.Deserializer");

        assertThatThrownBy(() -> missing.serializer(Vocabulary.of(OrderCommand.class)))
                .isInstanceOf(ConfluentMissingException.class)
                .hasMessageContaining("io.nobody.Serializer must be on the class path: build with -Pconfluent");
    }

    private void assertUnreadable(byte[] message) {
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, message))
                .isInstanceOf(UnreadableMessageException.class);
    }

    private Map<String, Object> properties(@Nullable Credentials credentials) {
        format(credentials).serializer(Vocabulary.of(OrderCommand.class)).close();
        return Map.copyOf(StandIns.LAST_PROPERTIES.get());
    }

    private ConfluentFormat format(@Nullable Credentials credentials) {
        var config = new RegistryConfig(
                URI.create("http://registry:8081"),
                credentials,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Client.CONFLUENT);
        return new ConfluentFormat(
                config, theirs, StandIns.AvroSerializer.class.getName(), StandIns.AvroDeserializer.class.getName());
    }
}
