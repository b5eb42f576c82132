package dev.daybook.loyalty.account;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.loyalty.PointsEarned;
import dev.daybook.loyalty.PointsRedeemed;
import dev.daybook.loyalty.RedeemPoints;
import dev.daybook.testkit.DeciderSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the tutorial with what it is about. A file of this module stands there under its path, in full. */
class TutorialTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern FILE = Pattern.compile("(?ms)^`(examples/loyalty/[^`]+)`\\n\\n```\\w*\\n(.*?)^```$");

    @Test
    void shows_every_file_of_the_example_as_it_is() throws IOException {
        assertThat(shown()).containsExactlyInAnyOrderEntriesOf(files());
    }

    @Test
    void names_the_module_as_the_build_does() throws IOException {
        var line = "<module>examples/loyalty</module>";
        assertThat(ROOT.resolve("docs/tutorial.md")).content().contains(line);
        assertThat(ROOT.resolve("pom.xml")).content().contains(line);
    }

    @Test
    void shows_what_a_failing_test_prints() {
        var account = DeciderSpec.of(AccountDecider.ACCOUNT).given(new PointsEarned(100, "order 10248"));
        assertThatThrownBy(() -> account.when(new RedeemPoints(90, "teapot")).then(new PointsRedeemed(100, "teapot")))
                .satisfies(failure -> assertThat(ROOT.resolve("docs/tutorial.md"))
                        .content()
                        .contains("```\n" + failure.getMessage() + "```\n"));
    }

    private static Map<String, String> shown() throws IOException {
        return FILE.matcher(Files.readString(ROOT.resolve("docs/tutorial.md")))
                .results()
                .collect(toMap(block -> block.group(1), block -> block.group(2)));
    }

    private static Map<String, String> files() throws IOException {
        try (var files = Files.walk(ROOT.resolve("examples/loyalty"))) {
            return files.filter(Files::isRegularFile)
                    .filter(TutorialTest::isTutorials)
                    .collect(toMap(file -> ROOT.relativize(file).toString(), TutorialTest::read));
        }
    }

    private static boolean isTutorials(Path file) {
        return !file.startsWith(ROOT.resolve("examples/loyalty/target"))
                && !file.endsWith(TutorialTest.class.getSimpleName() + ".java");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
