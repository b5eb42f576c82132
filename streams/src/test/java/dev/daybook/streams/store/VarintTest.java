package dev.daybook.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class VarintTest {

    @Property
    void reads_what_it_wrote_in_the_length_that_it_said(@ForAll @LongRange(max = Long.MAX_VALUE) long value) {
        var buffer = ByteBuffer.allocate(Varint.length(value));

        Varint.write(value, buffer);

        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(Varint.read(buffer.flip())).isEqualTo(value);
    }
}
