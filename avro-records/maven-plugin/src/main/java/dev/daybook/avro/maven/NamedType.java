package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** A generated record or enum, which has a codec of its own. */
record NamedType(ClassName name) implements FieldType {

    @Override
    public TypeName javaType() {
        return name;
    }

    @Override
    public CodeBlock read(String in, Scope scope) {
        return CodeBlock.of("$T.CODEC.decode($L)", name, in);
    }

    @Override
    public CodeBlock reader(Scope scope) {
        return CodeBlock.of("$T.CODEC::decode", name);
    }

    @Override
    public CodeBlock write(CodeBlock value, Scope scope) {
        return CodeBlock.builder()
                .addStatement("$T.CODEC.encode($L, out)", name, value)
                .build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component, Scope scope) {
        return Optional.empty();
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value, Scope scope) {
        return Optional.empty();
    }
}
