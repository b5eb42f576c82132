package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.apache.avro.Schema;

/** The Java sources of IDL files, by path. */
final class JavaSources {
    private final Map<Path, String> sources = new TreeMap<>();

    private JavaSources() {}

    static Map<Path, String> of(List<IdlFile> files) {
        JavaSources sources = new JavaSources();
        files.forEach(sources::add);
        sources.addPackages(files);
        return sources.sources;
    }

    private void add(IdlFile file) {
        ClassName vocabulary = ClassName.get(file.namespace(), JavaNames.identifier(file.name()));
        if (!file.messages().isEmpty()) {
            add(file, vocabulary, vocabulary(file, vocabulary));
        }
        for (Schema type : file.types()) {
            ClassName superinterface = file.messages().contains(type) ? vocabulary : JavaTypes.AVRO_RECORD;
            switch (type.getType()) {
                case RECORD -> add(file, FieldTypes.className(type), RecordSource.of(type, superinterface));
                case ENUM -> add(file, FieldTypes.className(type), EnumSource.of(type));
                default ->
                    throw new IdlException(file.path() + ": " + type.getFullName() + " is a "
                            + type.getType().getName() + ", for which no Java is generated: use bytes");
            }
        }
    }

    private static TypeSpec vocabulary(IdlFile file, ClassName name) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc(Javadoc.of(file.doc()))
                .addSuperinterface(JavaTypes.AVRO_RECORD);
        for (Schema message : file.messages()) {
            ClassName permitted = FieldTypes.className(message);
            if (!permitted.packageName().equals(name.packageName())) {
                throw new IdlException(file.path() + ": " + message.getFullName() + " must have the namespace of "
                        + file.fullName() + ", because Java seals an interface within its package");
            }
            type.addPermittedSubclass(permitted);
        }
        return type.build();
    }

    private void add(IdlFile file, ClassName name, TypeSpec type) {
        String source = JavaFile.builder(name.packageName(), type)
                .addFileComment("Generated from $L.", file.path())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        if (sources.put(path(name.packageName(), name.simpleName()), source) != null) {
            throw new IdlException(file.path() + ": there are two types " + name + ": a protocol's name, too, becomes"
                    + " that of a type");
        }
    }

    private void addPackages(List<IdlFile> files) {
        var packages = new TreeSet<String>();
        files.forEach(file -> file.types().forEach(type -> packages.add(type.getNamespace())));
        for (String name : packages) {
            sources.put(path(name, "package-info"), """
                /** What the schemas of the namespace {@code %1$s} declare. */
                @NullMarked
                package %1$s;

                import org.jspecify.annotations.NullMarked;
                """.formatted(name));
        }
    }

    private static Path path(String packageName, String type) {
        return Path.of(packageName.replace('.', '/'), type + ".java");
    }
}
