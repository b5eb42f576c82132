package dev.daybook.streams.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final byte[] KEY = {1};

    @Test
    void an_event_goes_to_the_partition_that_it_names() {
        assertThat(Placement.EXACT.partitions("t", KEY, Outgoing.to(3, KEY), 4)).contains(Set.of(3));
    }

    @Test
    void an_event_is_never_dropped_for_want_of_its_partition() {
        assertThat(Placement.EXACT.partitions("t", KEY, Outgoing.to(4, KEY), 4)).contains(Set.of(4));
    }

    @Test
    void a_reply_goes_to_the_partition_that_it_names_or_nowhere() {
        assertThat(Placement.IF_THERE.partitions("t", KEY, Outgoing.to(3, KEY), 4))
                .contains(Set.of(3));
        assertThat(Placement.IF_THERE.partitions("t", KEY, Outgoing.to(4, KEY), 4))
                .contains(Set.of());
    }
}
