package dev.daybook.avro.maven;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import org.apache.avro.Schema;

/** The Java enum of an Avro enum. */
final class EnumSource {
    private EnumSource() {}

    static TypeSpec of(Schema schema) {
        ClassName name = FieldTypes.className(schema);
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addModifiers(PUBLIC)
                .addJavadoc(Javadoc.of(Schemas.doc(schema)))
                .addSuperinterface(ParameterizedTypeName.get(JavaTypes.GENERIC_ENUM, name))
                .addField(FieldSpec.builder(
                                ParameterizedTypeName.get(JavaTypes.ENUM_CODEC, name), "CODEC", PUBLIC, STATIC, FINAL)
                        .addJavadoc("Reads and writes the symbols as Avro binary.")
                        .initializer("new $T<>($L, values())", JavaTypes.ENUM_CODEC, SchemaText.of(schema))
                        .build())
                .addMethod(MethodSpec.methodBuilder("getSchema")
                        .addAnnotation(Override.class)
                        .addModifiers(PUBLIC)
                        .returns(JavaTypes.SCHEMA)
                        .addStatement("return CODEC.schema()")
                        .build());
        for (String symbol : schema.getEnumSymbols()) {
            addConstant(type, symbol);
        }
        return type.build();
    }

    /** Avro takes what {@code toString} gives for the symbol, so a constant that Java does not allow says its symbol. */
    private static void addConstant(TypeSpec.Builder type, String symbol) {
        String constant = symbol.equals("CODEC") ? "CODEC$" : JavaNames.identifier(symbol);
        if (constant.equals(symbol)) {
            type.addEnumConstant(constant);
            return;
        }
        type.addEnumConstant(
                constant,
                TypeSpec.anonymousClassBuilder(CodeBlock.of(""))
                        .addMethod(MethodSpec.methodBuilder("toString")
                                .addAnnotation(Override.class)
                                .addModifiers(PUBLIC)
                                .returns(String.class)
                                .addStatement("return $S", symbol)
                                .build())
                        .build());
    }
}
