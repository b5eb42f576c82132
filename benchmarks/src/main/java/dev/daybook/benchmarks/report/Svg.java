package dev.daybook.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** An SVG document that is drawn shape by shape. */
final class Svg {
    static final int WIDTH = 860;
    static final int HEIGHT = 460;
    static final List<String> COLORS =
            List.of("#555555", "#1f77b4", "#2ca02c", "#d62728", "#9467bd", "#ff7f0e", "#17becf");

    private final StringBuilder shapes = new StringBuilder();

    Svg text(double x, double y, String anchor, int size, String text) {
        return add(
                "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d'>%s</text>",
                x, y, anchor, size, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    Svg line(double x1, double y1, double x2, double y2, String color, double width) {
        return add(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'/>",
                x1, y1, x2, y2, color, width);
    }

    Svg rectangle(double x, double y, double width, double height, String color) {
        return add("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>", x, y, width, height, color);
    }

    Svg dot(double x, double y, String color) {
        return add("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>", x, y, color);
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation is not worth a dependency.
    private Svg add(String format, Object... values) {
        shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' fill='#222'>%n"
                        + "<rect width='100%%' height='100%%' fill='white'/>%n%s</svg>%n",
                WIDTH,
                HEIGHT,
                shapes);
    }
}
