package dev.daybook.avro.maven;

import static java.util.stream.Collectors.joining;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** What the generator asks of schemas. */
final class Schemas {
    private Schemas() {}

    /** The full names of the types that the fields of a type refer to, its own aside. */
    static Stream<String> parts(Schema type) {
        if (type.getType() != Schema.Type.RECORD) {
            return Stream.empty();
        }
        return type.getFields().stream()
                .flatMap(field -> named(field.schema()))
                .filter(name -> !name.equals(type.getFullName()));
    }

    private static Stream<String> named(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> Stream.of(schema.getFullName());
            case ARRAY -> named(schema.getElementType());
            case MAP -> named(schema.getValueType());
            case UNION -> schema.getTypes().stream().flatMap(Schemas::named);
            default -> Stream.empty();
        };
    }

    /** Whether a value has no bytes at all. */
    static boolean isWithoutBytes(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> true;
            case RECORD -> schema.getFields().stream().allMatch(field -> isWithoutBytes(field.schema()));
            default -> false;
        };
    }

    /** The schema as indented JSON, with one kind of line end on every system. */
    static String json(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema).lines().collect(joining("\n", "", "\n"));
    }

    /** The doc, empty if there is none. */
    static String doc(Schema type) {
        return Objects.requireNonNullElse(type.getDoc(), "");
    }
}
