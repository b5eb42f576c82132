package dev.daybook.projection.parking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.SortableTime;
import dev.daybook.projection.ledger.StoredEvent;
import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * An event that waits aside.
 *
 * @param time what the partition's clock showed when it came
 * @param reason why it waits
 * @param event the event, as it stands in the log
 */
public record ParkedEvent(Instant time, String reason, LoggedEvent event) {
    /** A reason may quote what it found, of any length. */
    private static final int LONGEST_REASON = 2_000;

    public ParkedEvent {
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    /** The position of the event. */
    public long position() {
        return event.headers().position();
    }

    /** The same, waiting for another reason. */
    ParkedEvent because(String another) {
        return new ParkedEvent(time, another, event);
    }

    byte[] encode() {
        var why = reason.getBytes(UTF_8);
        var whole = StoredEvent.encode(event);
        var buffer = ByteBuffer.allocate(SortableTime.SIZE + Varint.size(why.length) + why.length + whole.length);
        SortableTime.write(time, buffer);
        Varint.write(why.length, buffer);
        return buffer.put(why).put(whole).array();
    }

    static ParkedEvent decode(byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        var time = SortableTime.read(buffer);
        var why = new byte[(int) Varint.read(buffer)];
        buffer.get(why);
        var whole = new byte[buffer.remaining()];
        buffer.get(whole);
        return new ParkedEvent(time, new String(why, UTF_8), StoredEvent.decode(whole));
    }
}
