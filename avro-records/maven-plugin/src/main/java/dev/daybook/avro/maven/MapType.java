package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Map;
import java.util.Optional;

/** A map, whose keys are strings. */
record MapType(FieldType item) implements FieldType {

    @Override
    public TypeName javaType() {
        return mapOf(Map.class);
    }

    private TypeName mapOf(Class<?> type) {
        return ParameterizedTypeName.get(
                ClassName.get(type),
                ClassName.get(String.class),
                item.javaType().box());
    }

    @Override
    public CodeBlock read(String in) {
        return CodeBlock.of("$L.readMap($L)", in, item.reader());
    }

    @Override
    public CodeBlock write(CodeBlock value, int depth) {
        String each = "entry" + (depth == 0 ? "" : depth);
        return CodeBlock.builder()
                .addStatement("out.startItems($L.size())", value)
                .beginControlFlow("for ($T $L : $L.entrySet())", mapOf(Map.Entry.class), each, value)
                .addStatement("out.writeString($L.getKey())", each)
                .add(item.write(CodeBlock.of("$L.getValue()", each), depth + 1))
                .endControlFlow()
                .addStatement("out.endItems()")
                .build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component) {
        CodeBlock items = item.normal(CodeBlock.of("item"), component)
                .map(normal -> CodeBlock.of(", item -> $L", normal))
                .orElse(CodeBlock.of(""));
        return Optional.of(CodeBlock.of("$T.map($S, $L$L)", JavaTypes.VALUES, component, value, items));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value) {
        return item.generic(CodeBlock.of("item"))
                .map(generic -> CodeBlock.of("$T.map($L, item -> $L)", JavaTypes.GENERIC_VALUES, value, generic));
    }
}
