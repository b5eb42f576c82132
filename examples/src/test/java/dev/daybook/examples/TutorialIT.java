package dev.daybook.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/tutorial.md says under "Run it", but for the build, which is done. */
class TutorialIT {
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final String FREE_PORTS =
            " --gateway-port 0 --query-port 0 --processor-admin-port 0 --processes-port 0 --registry-port 0"
                    + " --broker-port 0";

    @Test
    void serves_a_new_context_without_a_change_to_the_apps(@TempDir Path folder) throws Exception {
        var lines = new ArrayList<>(linesOfRunIt());
        assertThat(lines.removeFirst()).startsWith("mvn ").endsWith(" package");

        try (var home = Home.in(folder)) {
            assertThat(home.run(lines.removeFirst()).exitCode()).isZero();
            var log = folder.resolve("up.log");
            var stack = home.start(lines.removeFirst() + FREE_PORTS, log);
            try {
                awaitReady(stack, log);
                checkAnswers(home, lines);
            } finally {
                stack.destroy();
                assertThat(stack.waitFor(1, TimeUnit.MINUTES))
                        .as("ends when told to")
                        .isTrue();
            }
        }
    }

    private static void checkAnswers(Home home, List<String> lines) throws Exception {
        var gift = lines.removeLast();
        var answers = new ArrayList<Home.Ended>();
        for (var line : lines) {
            answers.add(home.run(line));
        }
        assertThat(answers)
                .extracting(Home.Ended::output)
                .satisfiesExactly(
                        earned -> assertThat(earned).contains("PointsEarned"),
                        refused -> assertThat(refused)
                                .contains("not-enough-points", "Expected at least 130 points, but found 100"),
                        redeemed -> assertThat(redeemed).contains("PointsRedeemed"),
                        member -> assertThat(member).contains("BASIC", "30"),
                        timeline -> assertThat(timeline).containsSubsequence("PointsEarned", "PointsRedeemed"),
                        state -> assertThat(state).contains("100"),
                        golden -> assertThat(golden).contains("PointsEarned"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(home.run(gift).output()).contains("1000 → 1100", "gold-gift:bob:1"));
    }

    private static void awaitReady(Process stack, Path log) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !stack.isAlive() || Files.readString(log).contains("Ready"));
        assertThat(log).content().contains("Ready");
    }

    private static List<String> linesOfRunIt() throws IOException {
        var tutorial = Files.readString(Path.of("..", "docs", "tutorial.md"));
        return SHELL.matcher(tutorial.substring(tutorial.indexOf("\n## 8. Run it\n")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .toList();
    }
}
