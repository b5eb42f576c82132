package dev.daybook.avro.maven;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** How an Avro type appears in Java, as the snippets that generated code is put together from. */
sealed interface FieldType permits ScalarType, NamedType, NullableType, ListType, MapType {

    /** The type of the component. */
    TypeName javaType();

    /** An expression that reads a value from {@code in}. */
    CodeBlock read(String in);

    /** A function that reads a value from an input. */
    default CodeBlock reader() {
        return CodeBlock.of("item -> $L", read("item"));
    }

    /** Statements that write a value to {@code out}; {@code depth} counts the loops around them. */
    CodeBlock write(CodeBlock value, int depth);

    /**
     * An expression that brings a value into its normal form, if not every value has it.
     *
     * @param component the component's name, for errors
     */
    Optional<CodeBlock> normal(CodeBlock value, String component);

    /** An expression of the value in Avro's generic representation, if it differs. */
    Optional<CodeBlock> generic(CodeBlock value);
}
