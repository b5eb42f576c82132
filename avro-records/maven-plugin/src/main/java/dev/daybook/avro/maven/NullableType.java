package dev.daybook.avro.maven;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A union of null and another type.
 *
 * @param nullBranch the place of null in the union, 0 or 1
 */
record NullableType(FieldType type, int nullBranch) implements FieldType {

    @Override
    public TypeName javaType() {
        return type.javaType()
                .box()
                .annotated(AnnotationSpec.builder(JavaTypes.NULLABLE).build());
    }

    @Override
    public CodeBlock read(String in, Scope scope) {
        return CodeBlock.of("$L.readPresence($L) ? $L : null", in, nullBranch, type.read(in, scope));
    }

    @Override
    public CodeBlock write(CodeBlock value, Scope scope) {
        return CodeBlock.builder()
                .beginControlFlow("if (out.writePresence($L, $L))", value, nullBranch)
                .add(type.write(value, scope))
                .endControlFlow()
                .build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component, Scope scope) {
        return type.normal(value, component, scope).map(normal -> unlessNull(value, normal));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value, Scope scope) {
        return type.generic(value, scope).map(generic -> unlessNull(value, generic));
    }

    private static CodeBlock unlessNull(CodeBlock value, CodeBlock then) {
        return CodeBlock.of("$L == null ? null : $L", value, then);
    }
}
