package dev.daybook.cli.trace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A story as a tree of lines, each after the time when it happened. */
final class Tree {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String NO_TIME = " ".repeat("2026-11-01 12:00:00.000".length());

    private final Words words;
    private final Consumer<String> lines;

    Tree(Words words, Consumer<String> lines) {
        this.words = words;
        this.lines = lines;
    }

    void print(List<Node> beginnings) {
        beginnings.forEach(node -> {
            line(node, "");
            printAll(node.then(), "");
        });
    }

    private void printAll(List<Node> nodes, String indent) {
        for (var i = 0; i < nodes.size(); i++) {
            var isLast = i == nodes.size() - 1;
            line(nodes.get(i), indent + (isLast ? "└─ " : "├─ "));
            printAll(nodes.get(i).then(), indent + (isLast ? "   " : "│  "));
        }
    }

    private void line(Node node, String before) {
        lines.accept(time(node.part().time()) + "  " + before + words.of(node.part()));
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NO_TIME : TIME.format(time);
    }
}
