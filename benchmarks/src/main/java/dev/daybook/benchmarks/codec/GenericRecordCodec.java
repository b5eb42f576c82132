package dev.daybook.benchmarks.codec;

import dev.daybook.orders.ItemAdded;
import java.io.IOException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Avro's generic records, with decimals as {@code BigDecimal}, which Avro converts. */
public class GenericRecordCodec extends CodecBenchmark {
    private final GenericRecord event;
    private final AvroBinary<GenericRecord> avro;

    public GenericRecordCodec() {
        Schema schema = new Schema.Parser().parse(ItemAdded.CODEC.schema().toString());
        GenericData.setStringType(schema.getField("productId").schema(), GenericData.StringType.String);
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        event = new GenericRecordBuilder(schema)
                .set("productId", Sample.PRODUCT_ID)
                .set("quantity", Sample.QUANTITY)
                .set("unitPrice", Sample.UNIT_PRICE)
                .set("discount", Sample.DISCOUNT)
                .set("amount", Sample.AMOUNT)
                .build();
        avro = new AvroBinary<>(
                new GenericDatumWriter<>(schema, model), new GenericDatumReader<>(schema, schema, model));
    }

    @Override
    byte[] write() throws IOException {
        return avro.write(event);
    }

    @Override
    Object read(byte[] bytes) throws IOException {
        return avro.read(bytes);
    }
}
