package dev.daybook.orders.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the docs on an aggregate: each of its tables has one row for each command, event and refusal. */
public final class DocumentedRules {
    private final String page;

    private DocumentedRules(String page) {
        this.page = page;
    }

    /** The page of this name. */
    public static DocumentedRules of(String name) throws IOException {
        return new DocumentedRules(Files.readString(Path.of("..", "docs", name)));
    }

    public void requireCommands(Class<?> commands) {
        require("Commands", names(commands).map(DocumentedRules::kebabCase));
    }

    public void requireEvents(Class<?> events) {
        require("Events", names(events));
    }

    public void requireRefusals(Stream<String> codes) {
        require("Refusals", codes);
    }

    private void require(String heading, Stream<String> rows) {
        assertThat(firstColumn(heading)).containsExactlyElementsOf(rows.toList());
    }

    /** What stands in the first column of the table under a heading. */
    private List<String> firstColumn(String heading) {
        var section = page.substring(page.indexOf("\n## " + heading + "\n") + 1);
        var end = section.indexOf("\n## ", 1);
        return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    private static Stream<String> names(Class<?> vocabulary) {
        return Vocabulary.of(vocabulary).codecs().stream()
                .map(RecordCodec::type)
                .map(Class::getSimpleName);
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
