package dev.daybook.benchmarks.codec;

import dev.daybook.benchmarks.specific.plain.ItemAdded;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/** Avro's generated class with decimals as bytes, which the caller converts. */
public class PlainSpecificRecordCodec extends CodecBenchmark {
    private final AvroBinary<ItemAdded> avro;

    public PlainSpecificRecordCodec() {
        this(false);
    }

    PlainSpecificRecordCodec(boolean customCoders) {
        SpecificData model = new SpecificData();
        model.setCustomCoders(customCoders);
        avro = new AvroBinary<>(
                new SpecificDatumWriter<>(ItemAdded.getClassSchema(), model),
                new SpecificDatumReader<>(ItemAdded.getClassSchema(), ItemAdded.getClassSchema(), model));
    }

    @Override
    byte[] write() throws IOException {
        return avro.write(new ItemAdded(
                Sample.PRODUCT_ID,
                Sample.QUANTITY,
                unscaled(Sample.UNIT_PRICE),
                unscaled(Sample.DISCOUNT),
                unscaled(Sample.AMOUNT)));
    }

    @Override
    Object read(byte[] bytes) throws IOException {
        ItemAdded event = avro.read(bytes);
        return new Item(
                event.getProductId(),
                event.getQuantity(),
                decimal(event.getUnitPrice(), 4),
                decimal(event.getDiscount(), 4),
                decimal(event.getAmount(), 8));
    }

    private static ByteBuffer unscaled(BigDecimal decimal) {
        return ByteBuffer.wrap(decimal.unscaledValue().toByteArray());
    }

    private static BigDecimal decimal(ByteBuffer unscaled, int scale) {
        return new BigDecimal(new BigInteger(unscaled.array(), unscaled.arrayOffset(), unscaled.remaining()), scale);
    }

    /** What the caller is after. */
    private record Item(String productId, int quantity, BigDecimal unitPrice, BigDecimal discount, BigDecimal amount) {}
}
