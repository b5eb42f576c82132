package dev.daybook.avro.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;

/**
 * One IDL file.
 *
 * @param path where it lies below the source folder
 * @param namespace the namespace of its protocol
 * @param name the name of its protocol
 * @param doc the doc of its protocol, empty if it has none
 * @param types the types that it declares itself, in order
 * @param messages those of them that are no part of another record
 */
record IdlFile(Path path, String namespace, String name, String doc, List<Schema> types, List<Schema> messages) {

    /** The vocabulary's full name. */
    String fullName() {
        return namespace + "." + name;
    }
}
