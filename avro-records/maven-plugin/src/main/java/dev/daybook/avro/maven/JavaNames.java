package dev.daybook.avro.maven;

import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java identifiers for Avro names. What Java does not allow gets a {@code $}, which no Avro name has. */
final class JavaNames {
    /** What a record component must not be called, says the Java language specification, 8.10.1, or is taken by us. */
    private static final Set<String> TAKEN = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "getSchema",
            "CODEC");

    private JavaNames() {}

    static String component(String field) {
        return TAKEN.contains(field) ? field + "$" : identifier(field);
    }

    static String identifier(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) ? name : name + "$";
    }
}
