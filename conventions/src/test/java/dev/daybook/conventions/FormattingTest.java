package dev.daybook.conventions;

import static com.palantir.javaformat.java.JavaFormatterOptions.Style.PALANTIR;
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whether every source is formatted as palantir-java-format would write it; with {@code -Dformat=write} it is written
 * so. The formatter runs here, in the tests' JVM, because Maven's own may be too old to parse the sources.
 */
class FormattingTest {
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(PALANTIR).build());

    @Test
    void sources_are_formatted() throws Exception {
        var changes = changes();
        if ("write".equals(System.getProperty("format"))) {
            for (var change : changes.entrySet()) {
                Files.writeString(change.getKey(), change.getValue());
            }
        } else {
            assertThat(changes.keySet())
                    .as("sources that ./daybook format would change")
                    .isEmpty();
        }
    }

    private Map<Path, String> changes() throws IOException {
        var changes = new LinkedHashMap<Path, String>();
        for (var source : Module.all().stream()
                .flatMap(module -> module.sources().stream())
                .toList()) {
            var text = Files.readString(source);
            var formatted = format(source, text);
            if (!formatted.equals(text)) {
                changes.put(source, formatted);
            }
        }
        return changes;
    }

    private String format(Path source, String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new AssertionError("Cannot format " + source, e);
        }
    }
}
