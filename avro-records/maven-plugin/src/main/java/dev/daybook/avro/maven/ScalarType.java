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
 * @param normal its method in {@code Values}, empty if every value is in normal form
 * @param generic its method in {@code GenericValues}, empty if Avro's generic representation is the same
 * @param readArguments what its read method takes
 * @param bounds what its method in {@code Values} takes besides the value
 */
record ScalarType(TypeName javaType, String verb, String normal, String generic, String readArguments, String bounds)
        implements FieldType {
    static final ScalarType BOOLEAN = scalar(TypeName.BOOLEAN, "Boolean", "", "");
    static final ScalarType INT = scalar(TypeName.INT, "Int", "", "");
    static final ScalarType LONG = scalar(TypeName.LONG, "Long", "", "");
    static final ScalarType FLOAT = scalar(TypeName.FLOAT, "Float", "", "");
    static final ScalarType DOUBLE = scalar(TypeName.DOUBLE, "Double", "", "");
    static final ScalarType STRING = scalar(ClassName.get(String.class), "String", "string", "");
    static final ScalarType BYTES = scalar(JavaTypes.BYTES, "Bytes", "", "bytes");
    static final ScalarType MICROS = scalar(ClassName.get(Instant.class), "Micros", "micros", "micros");
    static final ScalarType MILLIS = scalar(ClassName.get(Instant.class), "Millis", "millis", "millis");
    static final ScalarType DATE = scalar(ClassName.get(LocalDate.class), "Date", "date", "date");

    static ScalarType decimal(LogicalTypes.Decimal type) {
        return new ScalarType(
                ClassName.get(BigDecimal.class),
                "Decimal",
                "decimal",
                "decimal",
                String.valueOf(type.getScale()),
                ", " + type.getPrecision() + ", " + type.getScale());
    }

    private static ScalarType scalar(TypeName javaType, String verb, String normal, String generic) {
        return new ScalarType(javaType, verb, normal, generic, "", "");
    }

    @Override
    public CodeBlock read(String in, Scope scope) {
        return CodeBlock.of("$L.read$L($L)", in, verb, readArguments);
    }

    @Override
    public CodeBlock reader(Scope scope) {
        return readArguments.isEmpty()
                ? CodeBlock.of("$T::read$L", JavaTypes.AVRO_INPUT, verb)
                : FieldType.super.reader(scope);
    }

    @Override
    public CodeBlock write(CodeBlock value, Scope scope) {
        return CodeBlock.builder().addStatement("out.write$L($L)", verb, value).build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component, Scope scope) {
        return normal.isEmpty()
                ? Optional.empty()
                : Optional.of(CodeBlock.of("$T.$L($S, $L$L)", JavaTypes.VALUES, normal, component, value, bounds));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value, Scope scope) {
        return generic.isEmpty()
                ? Optional.empty()
                : Optional.of(CodeBlock.of("$T.$L($L)", JavaTypes.GENERIC_VALUES, generic, value));
    }
}
