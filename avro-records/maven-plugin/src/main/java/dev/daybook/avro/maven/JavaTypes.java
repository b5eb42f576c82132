package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;

/** The types that generated code refers to. */
final class JavaTypes {
    private static final String RUNTIME = "dev.daybook.avro";

    static final ClassName AVRO_INPUT = ClassName.get(RUNTIME, "AvroInput");
    static final ClassName AVRO_OUTPUT = ClassName.get(RUNTIME, "AvroOutput");
    static final ClassName AVRO_RECORD = ClassName.get(RUNTIME, "AvroRecord");
    static final ClassName BYTES = ClassName.get(RUNTIME, "Bytes");
    static final ClassName ENUM_CODEC = ClassName.get(RUNTIME, "EnumCodec");
    static final ClassName GENERIC_VALUES = ClassName.get(RUNTIME, "GenericValues");
    static final ClassName RECORD_CODEC = ClassName.get(RUNTIME, "RecordCodec");
    static final ClassName VALUES = ClassName.get(RUNTIME, "Values");
    static final ClassName GENERIC_ENUM = ClassName.get("org.apache.avro.generic", "GenericEnumSymbol");
    static final ClassName SCHEMA = ClassName.get("org.apache.avro", "Schema");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private JavaTypes() {}
}
