package dev.daybook.projection.stream;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** A Kafka Streams application, all its instances together, as this one knows it. Thread-safe. */
public interface Group {

    /** Its id, which is also its group's. */
    String name();

    /** How the instance here is. */
    Condition condition();

    /** Its instances as of the last assignment of partitions, this one among them; none while this one is in no group. */
    List<Member> members();

    /**
     * A store as it is here, to be read: of a partition that another instance posts, or that is being restored here. It takes
     * in what the changelog says, in the order in which it was written. Empty if there is none.
     */
    Optional<KeyValueStore<Bytes, byte[]>> copy(String store, int partition);
}
