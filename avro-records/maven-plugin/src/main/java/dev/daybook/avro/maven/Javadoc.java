package dev.daybook.avro.maven;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc from the docs of the IDL, which are plain text with code in backticks. */
final class Javadoc {
    /** Code in backticks that Javadoc can take as it is, or else a character that means something to it. */
    private static final Pattern SPECIAL = Pattern.compile("`((?:(?!\\*/)[^`{}])+)`|[&<>@]|(?<=\\*)/");

    private Javadoc() {}

    /** The doc as Javadoc, nothing if there is none. */
    static CodeBlock of(String doc) {
        return doc.isBlank()
                ? CodeBlock.builder().build()
                : CodeBlock.of("$L", SPECIAL.matcher(doc.strip()).replaceAll(Javadoc::escape));
    }

    private static String escape(MatchResult special) {
        String code = special.group(1);
        return Matcher.quoteReplacement(
                code == null ? "&#" + (int) special.group().charAt(0) + ";" : "{@code " + code + "}");
    }
}
