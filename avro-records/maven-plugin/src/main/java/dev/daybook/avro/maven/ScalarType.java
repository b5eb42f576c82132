package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.LogicalTypes;

/**
 * A type without parts.
 *
 * @param verb what follows {@code read} and {@code write} in the names of its methods
 * @param conversion the name of its methods in {@code Values} and {@code GenericValues}, empty if it needs none
 * @param readArguments what its read method takes
 * @param bounds what its method in {@code Values} takes besides the value
 */
record ScalarType(TypeName javaType, String verb, String conversion, String readArguments, String bounds)
        implements FieldType {
    static final ScalarType BOOLEAN = plain(TypeName.BOOLEAN, "Boolean");
    static final ScalarType INT = plain(TypeName.INT, "Int");
    static final ScalarType LONG = plain(TypeName.LONG, "Long");
    static final ScalarType FLOAT = plain(TypeName.FLOAT, "Float");
    static final ScalarType DOUBLE = plain(TypeName.DOUBLE, "Double");
    static final ScalarType STRING = plain(ClassName.get(String.class), "String");
    static final ScalarType BYTES = converted(JavaTypes.BYTES, "Bytes", "bytes");
    static final ScalarType MICROS = converted(ClassName.get(Instant.class), "Micros", "micros");
    static final ScalarType MILLIS = converted(ClassName.get(Instant.class), "Millis", "millis");
    static final ScalarType DATE = converted(ClassName.get(LocalDate.class), "Date", "date");

    static ScalarType decimal(LogicalTypes.Decimal type) {
        return new ScalarType(
                ClassName.get(BigDecimal.class),
                "Decimal",
                "decimal",
                String.valueOf(type.getScale()),
                ", " + type.getPrecision() + ", " + type.getScale());
    }

    private static ScalarType plain(TypeName javaType, String verb) {
        return new ScalarType(javaType, verb, "", "", "");
    }

    private static ScalarType converted(TypeName javaType, String verb, String conversion) {
        return new ScalarType(javaType, verb, conversion, "", "");
    }

    @Override
    public CodeBlock read(String in) {
        return CodeBlock.of("$L.read$L($L)", in, verb, readArguments);
    }

    @Override
    public CodeBlock reader() {
        return readArguments.isEmpty()
                ? CodeBlock.of("$T::read$L", JavaTypes.AVRO_INPUT, verb)
                : FieldType.super.reader();
    }

    @Override
    public CodeBlock write(CodeBlock value, int depth) {
        return CodeBlock.builder().addStatement("out.write$L($L)", verb, value).build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component) {
        return conversion.isEmpty()
                ? Optional.empty()
                : Optional.of(CodeBlock.of("$T.$L($S, $L$L)", JavaTypes.VALUES, conversion, component, value, bounds));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value) {
        return conversion.isEmpty()
                ? Optional.empty()
                : Optional.of(CodeBlock.of("$T.$L($L)", JavaTypes.GENERIC_VALUES, conversion, value));
    }
}
