package dev.daybook.projection.parking;

import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;

/**
 * An aggregate whose events wait aside.
 *
 * @param aggregateId its id
 * @param first the position of the first event that waits
 * @param last the position of the last
 * @param events how many wait
 */
public record ParkedAggregate(String aggregateId, long first, long last, long events) {

    static ParkedAggregate startingWith(String aggregateId, long position) {
        return new ParkedAggregate(aggregateId, position, position, 1);
    }

    /** The same with one more event, unless that waits already. */
    ParkedAggregate and(long position) {
        return position <= last ? this : new ParkedAggregate(aggregateId, first, position, events + 1);
    }

    /** The same without its first event. */
    ParkedAggregate from(long next) {
        return new ParkedAggregate(aggregateId, next, last, events - 1);
    }

    byte[] encode() {
        var buffer = ByteBuffer.allocate(Varint.size(first) + Varint.size(last) + Varint.size(events));
        Varint.write(first, buffer);
        Varint.write(last, buffer);
        Varint.write(events, buffer);
        return buffer.array();
    }

    static ParkedAggregate decode(String aggregateId, byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        return new ParkedAggregate(aggregateId, Varint.read(buffer), Varint.read(buffer), Varint.read(buffer));
    }
}
