package dev.daybook.cli.trace;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A story as a tree of lines, each after the time when it happened. */
final class Tree {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String NO_TIME = " ".repeat("2026-11-01 12:00:00.000".length());

    private final Words words;
    private final Consumer<String> lines;
    private final Queue<Deep> left = new ArrayDeque<>();
    private int numbers;

    Tree(Words words, Consumer<String> lines) {
        this.words = words;
        this.lines = lines;
    }

    /** A part that has too much above it for what follows from it to stand below it. */
    private record Deep(int number, Node node, String correlationId) {}

    /** Prints a story; what is part of another one says so, and so does the first that is part of this one again. */
    void print(String correlationId, List<Node> beginnings) {
        beginnings.forEach(node -> {
            line(node, "", correlationId, words.ofBeginning(node.part()));
            printAll(node, "", correlationId, 1);
            goOn();
        });
    }

    private void goOn() {
        for (var deep = left.poll(); deep != null; deep = left.poll()) {
            line(deep.node, "#" + deep.number + " ", deep.correlationId, words.of(deep.node.part()));
            printAll(deep.node, "", deep.correlationId, 1);
        }
    }

    private void printAll(Node parent, String indent, String inherited, int level) {
        var correlationId = requireNonNullElse(parent.part().correlationId(), inherited);
        var nodes = parent.then();
        for (var i = 0; i < nodes.size(); i++) {
            var isLast = i == nodes.size() - 1;
            var node = nodes.get(i);
            var before = indent + (isLast ? "└─ " : "├─ ");
            if (level + 1 < Node.LEVELS || node.then().isEmpty()) {
                line(node, before, correlationId, words.of(node.part()));
                printAll(node, indent + (isLast ? "   " : "│  "), correlationId, level + 1);
            } else {
                line(
                        node,
                        before,
                        correlationId,
                        words.of(node.part()) + "  goes on at #" + leave(node, correlationId));
            }
        }
    }

    private int leave(Node node, String inherited) {
        left.add(new Deep(++numbers, node, requireNonNullElse(node.part().correlationId(), inherited)));
        return numbers;
    }

    private void line(Node node, String before, String inherited, String words) {
        var correlationId = requireNonNullElse(node.part().correlationId(), inherited);
        lines.accept(time(node.part().time()) + "  " + before + words
                + (correlationId.equals(inherited) ? "" : "  correlation " + correlationId));
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NO_TIME : TIME.format(time);
    }
}
