package dev.daybook.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.avro.specimen.RandomRecords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of codecs, for every record of the schemas. */
final class GeneratedRecordsTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Property
    <T extends AvroRecord> void reads_what_it_wrote(@ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        T record = new RandomRecords(new Random(seed)).next(codec);
        byte[] bytes = codec.encode(record);

        assertThat(codec.decode(bytes, 0, bytes.length)).isEqualTo(record);
    }

    @Property
    <T extends AvroRecord> void writes_what_Avro_writes(@ForAll("codecs") RecordCodec<T> codec, @ForAll long seed) {
        T record = new RandomRecords(new Random(seed)).next(codec);

        assertThat(codec.encode(record)).isEqualTo(RandomRecords.binary(codec.schema(), record));
    }

    @Provide
    Arbitrary<RecordCodec<?>> codecs() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<RecordCodec<?>> codecs = files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(GeneratedRecordsTest::load)
                    .filter(type -> type.isRecord() && AvroRecord.class.isAssignableFrom(type))
                    .<RecordCodec<?>>flatMap(type -> Vocabulary.of(type).codecs().stream())
                    .toList();
            return Arbitraries.of(codecs);
        }
    }

    private static Class<?> load(String file) {
        String name = CLASSES.relativize(Path.of(file)).toString().replace(File.separatorChar, '.');
        try {
            return Class.forName(name.substring(0, name.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
