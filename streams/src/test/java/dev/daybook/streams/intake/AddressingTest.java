package dev.daybook.streams.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.streams.deadletter.Failure;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

class AddressingTest {

    @Property
    void every_key_is_at_home_where_the_java_producer_puts_it(
            @ForAll @StringLength(min = 1, max = 100) String id, @ForAll @IntRange(min = 1, max = 64) int partitions) {
        var key = id.getBytes(UTF_8);
        var home = BuiltInPartitioner.partitionForKey(key, partitions);

        var address = new Addressing(partitions).read(key, home);

        assertThat(address.failure()).isNull();
        assertThat(address.id()).isEqualTo(new String(key, UTF_8));
    }

    @Example
    void a_key_elsewhere_is_told_where_it_belongs() {
        var address = new Addressing(2).read("10248".getBytes(UTF_8), 1 - home("10248"));

        assertThat(address.id()).isEqualTo("10248");
        assertThat(address.failure()).extracting(Failure::code).isEqualTo(Failure.WRONG_PARTITION);
        assertThat(address.failure()).extracting(Failure::message).asString().contains("murmur2_random");
    }

    @Example
    void the_longest_key_is_taken() {
        assertThat(new Addressing(1).read(new byte[Addressing.LONGEST_KEY], 0).failure())
                .isNull();
        assertThat(new Addressing(1)
                        .read(new byte[Addressing.LONGEST_KEY + 1], 0)
                        .failure())
                .isNotNull();
    }

    private static int home(String id) {
        return BuiltInPartitioner.partitionForKey(id.getBytes(UTF_8), 2);
    }
}
