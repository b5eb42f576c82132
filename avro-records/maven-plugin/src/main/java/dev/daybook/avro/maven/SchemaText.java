package dev.daybook.avro.maven;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A schema's JSON as Java text blocks. */
final class SchemaText {
    /** A class file holds constants of at most 65,535 bytes; no character has more than 3. */
    private static final int PIECE = 65_535 / 3;

    private SchemaText() {}

    static CodeBlock of(Schema schema) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String line : Schemas.json(schema).lines().toList()) {
            if (piece.length() + line.length() > PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(line).append('\n');
        }
        pieces.add(piece.toString());
        return pieces.stream().map(SchemaText::textBlock).collect(CodeBlock.joining(",\n"));
    }

    private static CodeBlock textBlock(String text) {
        return CodeBlock.of("$L", "\"\"\"\n" + text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"") + "\"\"\"");
    }
}
