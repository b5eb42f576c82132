package dev.daybook.client;

import dev.daybook.platform.message.Ack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the Kafka clients of a command client.
 *
 * @param common what all Kafka clients are configured with
 * @param appendTimeout how long the producer tries to append a record
 */
record KafkaClients(Map<String, Object> common, Duration appendTimeout) {

    Producer<byte[], byte[]> producer() {
        var config = new HashMap<>(common);
        var timeout = Math.toIntExact(appendTimeout.toMillis());
        // A command waits for its record alone, not for others to share a batch with.
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        // What comes while a request is under way goes with the next: so batches grow with what there is to send.
        config.putIfAbsent(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "command-client");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        // Each attempt has half of the time, so that one which is lost is followed by another.
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
        // A command that is answered for must survive the loss of a broker.
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // A retry must not append a command twice.
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A transaction would stall every reader of the commands topic until it ends.
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        // The commands of an aggregate are in the partition that murmur2 gives its id; the processor refuses others.
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Consumer<byte[], byte[]> consumer(Ack level) {
        var config = new HashMap<>(common);
        config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "command-client-" + level.word());
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, level == Ack.COMMITTED ? "read_committed" : "read_uncommitted");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // It is assigned its partition: there is no group, so nothing to wait for when a gateway comes or goes.
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
