package dev.daybook.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/orders.md complete: each of its tables has one row for each command, event and refusal. */
class DocumentedRulesTest {

    @Test
    void documents_every_command() throws IOException {
        assertThat(firstColumn("Commands"))
                .containsExactlyElementsOf(names(OrderCommand.class)
                        .map(name -> name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void documents_every_event() throws IOException {
        assertThat(firstColumn("Events"))
                .containsExactlyElementsOf(names(OrderEvent.class).toList());
    }

    @Test
    void documents_every_refusal() throws IOException {
        assertThat(firstColumn("Refusals"))
                .containsExactlyElementsOf(
                        Stream.of(Refusal.values()).map(Refusal::code).toList());
    }

    /** What stands in the first column of the table under a heading. */
    private static List<String> firstColumn(String heading) throws IOException {
        var docs = Files.readString(Path.of("..", "docs", "orders.md"));
        var section = docs.substring(docs.indexOf("\n## " + heading + "\n") + 1);
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
}
