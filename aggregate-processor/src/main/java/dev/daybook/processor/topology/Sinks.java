package dev.daybook.processor.topology;

import dev.daybook.streams.message.Outgoing;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The ways out of a task. */
record Sinks(ProcessorContext<byte[], Outgoing> task, NodeNames nodes) {

    void event(Record<byte[], Outgoing> message) {
        task.forward(message, nodes.events());
    }

    void reply(Record<byte[], Outgoing> message) {
        task.forward(message, nodes.replies());
    }

    void deadLetter(Record<byte[], Outgoing> message) {
        task.forward(message, nodes.deadLetters());
    }
}
