package dev.daybook.benchmarks.codec;

/** The same with the coders that Avro generates for classes without logical types. */
public class CustomCodersCodec extends PlainSpecificRecordCodec {

    public CustomCodersCodec() {
        super(true);
    }
}
