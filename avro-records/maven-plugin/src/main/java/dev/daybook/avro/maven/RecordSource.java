package dev.daybook.avro.maven;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The Java record of an Avro record. */
final class RecordSource {
    private final Schema schema;
    private final ClassName name;
    private final String codecName;
    private final TypeName codecType;
    private final List<Component> components;
    private final Scope scope;

    private RecordSource(Schema schema) {
        this.schema = schema;
        this.name = FieldTypes.className(schema);
        this.codecName = name.simpleName().equals("Codec") ? "BinaryCodec" : "Codec";
        this.codecType = ParameterizedTypeName.get(JavaTypes.RECORD_CODEC, name);
        this.components = schema.getFields().stream()
                .map(field -> Component.of(schema, field))
                .toList();
        this.scope = Scope.among(components.stream().map(Component::name).toList());
    }

    /** The record, implementing the vocabulary that it is a message of, or else {@code AvroRecord}. */
    static TypeSpec of(Schema schema, ClassName superinterface) {
        return new RecordSource(schema).type(superinterface);
    }

    private TypeSpec type(ClassName superinterface) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addModifiers(PUBLIC)
                .addJavadoc(javadoc())
                .addSuperinterface(superinterface)
                .recordConstructor(header())
                .addField(FieldSpec.builder(codecType, "CODEC", PUBLIC, STATIC, FINAL)
                        .addJavadoc("Reads and writes this record as Avro binary.")
                        .initializer("new $L()", codecName)
                        .build());
        CodeBlock normalisation = normalisation();
        if (!normalisation.isEmpty()) {
            type.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(PUBLIC)
                    .addCode(normalisation)
                    .build());
        }
        components.forEach(component -> type.addMethod(with(component)));
        return type.addMethod(getSchema()).addMethod(get()).addType(codec()).build();
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder doc = Javadoc.of(Schemas.doc(schema)).toBuilder();
        String separator = doc.isEmpty() ? "" : "\n\n";
        for (Component component : components) {
            if (!component.doc.isEmpty()) {
                doc.add("$L@param $L ", separator, component.name).add(Javadoc.of(component.doc));
                separator = "\n";
            }
        }
        return doc.build();
    }

    private MethodSpec header() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        for (Component component : components) {
            header.addParameter(component.type.javaType(), component.name);
        }
        return header.build();
    }

    private CodeBlock normalisation() {
        return components.stream().map(this::normalisation).collect(CodeBlock.joining(""));
    }

    private CodeBlock normalisation(Component component) {
        String path = schema.getName() + "." + component.field;
        CodeBlock value = CodeBlock.of("$L", component.name);
        CodeBlock.Builder code = CodeBlock.builder();
        component
                .type
                .normal(value, path, scope)
                .ifPresentOrElse(normal -> code.addStatement("$L = $L", value, normal), () -> {
                    if (component.isReference()) {
                        code.addStatement("$T.requireNonNull($L, $S)", Objects.class, value, path);
                    }
                });
        return code.build();
    }

    private MethodSpec with(Component changed) {
        return MethodSpec.methodBuilder("with" + capitalised(changed.field))
                .addModifiers(PUBLIC)
                .addJavadoc("The same with another $L.", changed.field)
                .addParameter(changed.type.javaType(), changed.name)
                .returns(name)
                .addStatement("return new $T($L)", name, arguments())
                .build();
    }

    private String arguments() {
        return components.stream().map(component -> component.name).collect(Collectors.joining(", "));
    }

    private static MethodSpec getSchema() {
        return MethodSpec.methodBuilder("getSchema")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(JavaTypes.SCHEMA)
                .addStatement("return CODEC.schema()")
                .build();
    }

    private MethodSpec get() {
        CodeBlock unknown = CodeBlock.builder()
                .addStatement("throw new $T(position)", IndexOutOfBoundsException.class)
                .build();
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            CodeBlock value = CodeBlock.of("$L()", component.name);
            cases.addStatement(
                    "case $L -> $L", i, component.type.generic(value, scope).orElse(value));
        }
        cases.add("default -> $L", unknown);
        return MethodSpec.methodBuilder("get")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .addParameter(TypeName.INT, "position")
                .returns(ClassName.OBJECT.annotated(
                        AnnotationSpec.builder(JavaTypes.NULLABLE).build()))
                .addCode(
                        components.isEmpty()
                                ? unknown
                                : CodeBlock.of("return switch (position) {$>\n$L$<};\n", cases.build()))
                .build();
    }

    private TypeSpec codec() {
        return TypeSpec.classBuilder(codecName)
                .addModifiers(PRIVATE, STATIC, FINAL)
                .superclass(codecType)
                .addMethod(MethodSpec.constructorBuilder()
                        .addCode("super($T.class, $L);\n", name, SchemaText.of(schema))
                        .build())
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(PROTECTED)
                        .addParameter(name, "value")
                        .addParameter(JavaTypes.AVRO_OUTPUT, "out")
                        .addCode(write())
                        .build())
                .addMethod(MethodSpec.methodBuilder("read")
                        .addAnnotation(Override.class)
                        .addModifiers(PROTECTED)
                        .addParameter(JavaTypes.AVRO_INPUT, "in")
                        .returns(name)
                        .addCode(read())
                        .build())
                .build();
    }

    private CodeBlock write() {
        return components.stream()
                .map(component -> component.type.write(CodeBlock.of("value.$L()", component.name), scope))
                .collect(CodeBlock.joining(""));
    }

    /** Java evaluates arguments from left to right, which is the order of the fields. */
    private CodeBlock read() {
        CodeBlock arguments = components.stream()
                .map(component -> component.type.read("in", scope))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.builder()
                .addStatement(components.isEmpty() ? "return new $T($L)" : "return new $T(\n$L)", name, arguments)
                .build();
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * A component of the record.
     *
     * @param field the field's name in the schema
     * @param name the same as a Java name
     */
    private record Component(String field, String name, String doc, FieldType type) {
        static Component of(Schema schema, Schema.Field field) {
            return new Component(
                    field.name(),
                    JavaNames.component(field.name()),
                    Objects.requireNonNullElse(field.doc(), ""),
                    FieldTypes.of(field.schema(), schema.getFullName() + "." + field.name()));
        }

        boolean isReference() {
            return !(type instanceof NullableType) && !type.javaType().isPrimitive();
        }
    }
}
