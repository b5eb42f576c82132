package dev.daybook.projection.stream;

import java.util.List;

/** A Kafka Streams application, all its instances together, as this one knows it. Thread-safe. */
public interface Group {

    /** Its id, which is also its group's. */
    String name();

    /** How the instance here is. */
    Condition condition();

    /** Its instances as of the last assignment of partitions, this one among them; none while this one is in no group. */
    List<Member> members();
}
