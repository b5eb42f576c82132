package dev.daybook.avro.maven;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** How an Avro type appears in Java, as the snippets that generated code is put together from. */
sealed interface FieldType permits ScalarType, NamedType, NullableType, ListType, MapType {

    /** The type of the component. */
    TypeName javaType();

    /** An expression that reads a value from {@code in}. */
    CodeBlock read(String in, Scope scope);

    /** A function that reads a value from an input. */
    default CodeBlock reader(Scope scope) {
        return CodeBlock.of("$L -> $L", scope.variable(), read(scope.variable(), scope.inner()));
    }

    /** Statements that write a value to {@code out}. */
    CodeBlock write(CodeBlock value, Scope scope);

    /**
     * An expression that brings a value into its normal form, if not every value has it.
     *
     * @param component the component's name, for errors
     */
    Optional<CodeBlock> normal(CodeBlock value, String component, Scope scope);

    /** An expression of the value in Avro's generic representation, if it differs. */
    Optional<CodeBlock> generic(CodeBlock value, Scope scope);
}
