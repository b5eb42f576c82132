package dev.daybook.avro.maven;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;

/** Javadoc from the docs of the IDL, which are plain text with code in backticks. */
final class Javadoc {
    private static final Pattern CODE = Pattern.compile("`([^`{}]+)`");

    private Javadoc() {}

    static CodeBlock of(String doc) {
        String text = doc.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
        return CodeBlock.of("$L", CODE.matcher(text).replaceAll("{@code $1}"));
    }
}
