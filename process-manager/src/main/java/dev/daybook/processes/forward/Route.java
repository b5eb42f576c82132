package dev.daybook.processes.forward;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where messages of some topics go, and as what. Implementations are for one thread. */
interface Route {

    /** The topics that it begins at. */
    Set<String> topics();

    /**
     * The messages that follow from one: the same from the same, in the order in which they are sent. An exception means that
     * nobody can tell now; the message is asked for again, and those behind it wait.
     */
    List<ProducerRecord<byte[], byte[]>> follow(ConsumerRecord<byte[], byte[]> message);
}
