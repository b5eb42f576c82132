package dev.daybook.cli.trace;

import static dev.daybook.cli.trace.Stories.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A story in which each part follows from the one before, as where a timer sets itself anew for years. */
class DeepStoryTest {
    private static final int LEVELS = 10_000;

    private final List<Node> story = story(LEVELS);

    @Test
    void is_as_deep_as_it_is() {
        assertThat(story).hasSize(1);
        assertThat(story.getFirst().all())
                .hasSize(LEVELS)
                .extracting(node -> node.then().size())
                .containsOnly(0, 1);
    }

    @Test
    void goes_on_at_the_margin_where_it_is_too_deep_to_be_drawn() {
        var lines = lines(story).lines().toList();

        assertThat(lines.get(29))
                .endsWith("└─ OrderConfirmed, order 15 version 15  goes on at #1")
                .startsWith(" ".repeat(28 * 3));
        assertThat(lines.get(30)).isEqualTo("#1 OrderConfirmed, order 15 version 15");
        assertThat(lines.get(31)).isEqualTo("└─ confirm-order → order 16  [c-16]");
        assertThat(lines.getLast()).endsWith("OrderConfirmed, order 5000 version 5000");
        assertThat(lines.stream().filter(line -> !line.startsWith("#"))).hasSize(LEVELS);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @Test
    void is_drawn_in_one_piece_as_long_as_it_fits() {
        assertThat(lines(story(30))).doesNotContain("#").hasLineCount(30);
    }

    @Test
    void is_whole_in_json_that_every_program_reads() {
        var document = new Document(Map.of()).of(Stories.STORY, story);

        var read = Json.parse(Json.pretty(document));

        assertThat(read.findValues("kind")).hasSize(LEVELS);
        assertThat(parts(read, read.path("story"))).isEqualTo(LEVELS);
        assertThat(document.path("deeper").valueStream().mapToInt(DeepStoryTest::nesting))
                .allMatch(nesting -> nesting <= 60);
    }

    @Test
    void is_cut_in_a_circle_of_any_length() {
        var circle = new Stories();
        for (var i = 0; i < LEVELS; i++) {
            circle.command(command(i), "ConfirmOrder", "c-" + (i + LEVELS - 1) % LEVELS);
        }

        var told = Plot.of(circle.messages, List.of());

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().all()).hasSize(LEVELS);
        assertThat(told.getFirst().part().time()).isEqualTo(Stories.BEGIN);
    }

    /** Goes from one part to the next, as a program would. */
    private static int parts(JsonNode document, JsonNode story) {
        var parts = 0;
        for (var nodes = story; !nodes.isEmpty(); parts++) {
            var node = nodes.get(0);
            nodes = node.has("then")
                    ? node.path("then")
                    : document.path("deeper").path(node.path("deeper").asInt());
        }
        return parts;
    }

    private static int nesting(JsonNode node) {
        return node.isContainerNode()
                ? 1 + node.valueStream().mapToInt(DeepStoryTest::nesting).max().orElse(0)
                : 0;
    }

    private static List<Node> story(int levels) {
        var story = new Stories();
        for (var i = 1; i <= levels / 2; i++) {
            story.command(command(i), "ConfirmOrder", "c-" + (i - 1) + ":1")
                    .event(new Ref("order", String.valueOf(i), "c-" + i + ":1"), "OrderConfirmed", "c-" + i);
        }
        return Plot.of(story.messages, List.of());
    }

    private static Ref command(int number) {
        return new Ref("order", String.valueOf(number), "c-" + number);
    }
}
