package dev.daybook.processor.topology;

import dev.daybook.processor.outlet.ReplyWriter;
import dev.daybook.streams.message.Outgoing;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The ways out of a task. */
record Sinks(ProcessorContext<byte[], Outgoing> task, NodeNames nodes) {

    void event(Record<byte[], Outgoing> message) {
        task.forward(message, nodes.events());
    }

    void reply(ReplyWriter.Reply reply) {
        task.forward(reply.message(), nodes.replies(reply.topic()));
    }

    void deadLetter(Record<byte[], Outgoing> message) {
        task.forward(message, nodes.deadLetters());
    }
}
