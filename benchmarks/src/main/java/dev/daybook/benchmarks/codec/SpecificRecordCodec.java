package dev.daybook.benchmarks.codec;

import dev.daybook.benchmarks.specific.converted.ItemAdded;
import java.io.IOException;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/** Avro's generated class with decimals as {@code BigDecimal}, which Avro converts. */
public class SpecificRecordCodec extends CodecBenchmark {
    private final ItemAdded event =
            new ItemAdded(Sample.PRODUCT_ID, Sample.QUANTITY, Sample.UNIT_PRICE, Sample.DISCOUNT, Sample.AMOUNT);
    private final AvroBinary<ItemAdded> avro =
            new AvroBinary<>(new SpecificDatumWriter<>(ItemAdded.class), new SpecificDatumReader<>(ItemAdded.class));

    @Override
    byte[] write() throws IOException {
        return avro.write(event);
    }

    @Override
    Object read(byte[] bytes) throws IOException {
        return avro.read(bytes);
    }
}
