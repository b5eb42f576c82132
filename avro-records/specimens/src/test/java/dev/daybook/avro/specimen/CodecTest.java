package dev.daybook.avro.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.MalformedRecordException;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.RecordReader;
import dev.daybook.avro.Vocabulary;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of every generated codec. */
final class CodecTest {

    @Property
    <T extends AvroRecord> void writes_the_bytes_that_Avro_writes(
            @ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        byte[] bytes = random(seed).nextBytes(codec.schema());

        assertThat(codec.encode(codec.decode(bytes, 0, bytes.length))).isEqualTo(bytes);
    }

    @Property
    <T extends AvroRecord> void reads_what_it_wrote(@ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        T record = random(seed).next(codec);
        byte[] bytes = codec.encode(record);

        T read = codec.decode(bytes, 0, bytes.length);

        assertThat(read).isEqualTo(record).hasSameHashCodeAs(record);
    }

    @Property
    <T extends AvroRecord> void lets_Avro_write_its_records(@ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        T record = random(seed).next(codec);

        assertThat(RandomRecords.binary(codec.schema(), record)).isEqualTo(codec.encode(record));
    }

    @Property
    <T extends AvroRecord> void finds_the_record_within_an_array(
            @ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        T record = random(seed).next(codec);
        byte[] bytes = codec.encode(record);
        byte[] wider = new byte[bytes.length + 12];
        Arrays.fill(wider, (byte) -1);
        System.arraycopy(bytes, 0, wider, 5, bytes.length);

        assertThat(codec.decode(wider, 5, bytes.length)).isEqualTo(record);
    }

    @Property
    <T extends AvroRecord> void refuses_bytes_that_end_too_early(
            @ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        byte[] bytes = random(seed).nextBytes(codec.schema());

        for (int length = 0; length < bytes.length; length++) {
            int shorter = length;
            assertThatThrownBy(() -> codec.decode(bytes, 0, shorter)).isInstanceOf(MalformedRecordException.class);
        }
    }

    @Property
    <T extends AvroRecord> void refuses_bytes_that_go_on(@ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        byte[] bytes = random(seed).nextBytes(codec.schema());
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

        assertThatThrownBy(() -> codec.decode(longer, 0, longer.length))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("1 bytes are left after its end");
    }

    @Property
    <T extends AvroRecord> void reads_damaged_bytes_or_says_that_they_are_malformed(
            @ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new RandomRecords(random).nextBytes(codec.schema());
        for (int i = 0; i < bytes.length && i < 1 + random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }

        assertReadsOrSaysMalformed(codec::decode, bytes);
        assertReadsOrSaysMalformed(codec.reader(Writers.reversed(codec.schema())), bytes);
    }

    private static <T> void assertReadsOrSaysMalformed(RecordReader<T> reader, byte[] bytes) {
        try {
            assertThat(reader.read(bytes, 0, bytes.length)).isNotNull();
        } catch (MalformedRecordException e) {
            assertThat(e).hasMessageStartingWith("The bytes are no " + e.recordName() + ": ");
        }
    }

    @Property
    <T extends AvroRecord> void resolves_other_schemas_as_Avro_does(
            @ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        Random random = new Random(seed);
        var writer = Writers.random(codec.schema(), random);
        byte[] bytes = new RandomRecords(random).nextBytes(writer);

        T record = codec.reader(writer).read(bytes, 0, bytes.length);

        byte[] expected = Writers.resolvedByAvro(bytes, writer, codec.schema());
        assertThat(record).isEqualTo(codec.decode(expected, 0, expected.length));
    }

    @Provide
    Arbitrary<RecordCodec<? extends Specimen>> codecs() {
        return Arbitraries.of(Vocabulary.of(Specimen.class).codecs());
    }

    private static RandomRecords random(long seed) {
        return new RandomRecords(new Random(seed));
    }
}
