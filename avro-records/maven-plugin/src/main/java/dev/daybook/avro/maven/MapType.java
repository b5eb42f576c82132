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
    public CodeBlock read(String in, Scope scope) {
        return CodeBlock.of("$L.readMap($L)", in, item.reader(scope));
    }

    @Override
    public CodeBlock write(CodeBlock value, Scope scope) {
        String each = scope.variable();
        return CodeBlock.builder()
                .addStatement("out.startItems($L.size())", value)
                .beginControlFlow("for ($T $L : $L.entrySet())", mapOf(Map.Entry.class), each, value)
                .addStatement("out.writeString($L.getKey())", each)
                .add(item.write(CodeBlock.of("$L.getValue()", each), scope.inner()))
                .endControlFlow()
                .addStatement("out.endItems()")
                .build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component, Scope scope) {
        CodeBlock items = item.normal(CodeBlock.of("$L", scope.variable()), component, scope.inner())
                .map(normal -> CodeBlock.of(", $L -> $L", scope.variable(), normal))
                .orElse(CodeBlock.of(""));
        return Optional.of(CodeBlock.of("$T.map($S, $L$L)", JavaTypes.VALUES, component, value, items));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value, Scope scope) {
        return item.generic(CodeBlock.of("$L", scope.variable()), scope.inner())
                .map(generic -> CodeBlock.of(
                        "$T.map($L, $L -> $L)", JavaTypes.GENERIC_VALUES, value, scope.variable(), generic));
    }
}
