package dev.daybook.projection.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class VarintTest {

    @Property
    void a_count_is_read_as_it_was_written(@ForAll @LongRange(max = Long.MAX_VALUE) long count) {
        var buffer = ByteBuffer.allocate(Varint.size(count));
        Varint.write(count, buffer);

        assertThat(buffer.hasRemaining()).as("room left").isFalse();
        assertThat(Varint.read(buffer.flip())).isEqualTo(count);
    }
}
