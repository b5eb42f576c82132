package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/** An array. */
record ListType(FieldType item) implements FieldType {

    @Override
    public TypeName javaType() {
        return ParameterizedTypeName.get(
                ClassName.get(List.class), item.javaType().box());
    }

    @Override
    public CodeBlock read(String in) {
        return CodeBlock.of("$L.readList($L)", in, item.reader());
    }

    @Override
    public CodeBlock write(CodeBlock value, int depth) {
        String each = "item" + (depth == 0 ? "" : depth);
        return CodeBlock.builder()
                .addStatement("out.startItems($L.size())", value)
                .beginControlFlow("for ($T $L : $L)", item.javaType(), each, value)
                .add(item.write(CodeBlock.of(each), depth + 1))
                .endControlFlow()
                .addStatement("out.endItems()")
                .build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component) {
        CodeBlock items = item.normal(CodeBlock.of("item"), component)
                .map(normal -> CodeBlock.of(", item -> $L", normal))
                .orElse(CodeBlock.of(""));
        return Optional.of(CodeBlock.of("$T.list($S, $L$L)", JavaTypes.VALUES, component, value, items));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value) {
        return item.generic(CodeBlock.of("item"))
                .map(generic -> CodeBlock.of("$T.list($L, item -> $L)", JavaTypes.GENERIC_VALUES, value, generic));
    }
}
