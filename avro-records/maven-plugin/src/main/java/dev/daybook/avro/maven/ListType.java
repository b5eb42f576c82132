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
    public CodeBlock read(String in, Scope scope) {
        return CodeBlock.of("$L.readList($L)", in, item.reader(scope));
    }

    @Override
    public CodeBlock write(CodeBlock value, Scope scope) {
        String each = scope.variable();
        return CodeBlock.builder()
                .addStatement("out.startItems($L.size())", value)
                .beginControlFlow("for ($T $L : $L)", item.javaType(), each, value)
                .add(item.write(CodeBlock.of("$L", each), scope.inner()))
                .endControlFlow()
                .addStatement("out.endItems()")
                .build();
    }

    @Override
    public Optional<CodeBlock> normal(CodeBlock value, String component, Scope scope) {
        CodeBlock items = item.normal(CodeBlock.of("$L", scope.variable()), component, scope.inner())
                .map(normal -> CodeBlock.of(", $L -> $L", scope.variable(), normal))
                .orElse(CodeBlock.of(""));
        return Optional.of(CodeBlock.of("$T.list($S, $L$L)", JavaTypes.VALUES, component, value, items));
    }

    @Override
    public Optional<CodeBlock> generic(CodeBlock value, Scope scope) {
        return item.generic(CodeBlock.of("$L", scope.variable()), scope.inner())
                .map(generic -> CodeBlock.of(
                        "$T.list($L, $L -> $L)", JavaTypes.GENERIC_VALUES, value, scope.variable(), generic));
    }
}
