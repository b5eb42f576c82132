package dev.daybook.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Figures as bars side by side, each with its least and its most. */
public record Bars(String title, String unit, List<Bar> bars) implements Picture {
    private static final int LEFT = 60;
    private static final int TOP = 70;
    private static final int BOTTOM = Svg.HEIGHT - 60;
    private static final double FILLED = 0.6;

    /** One bar. */
    public record Bar(String name, Spread figures) {}

    @Override
    public String svg() {
        var svg = new Svg().text(LEFT, 32, "start", 18, title).text(LEFT, 54, "start", 13, unit);
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, i, bars.get(i));
        }
        return svg.line(LEFT, BOTTOM, Svg.WIDTH - LEFT, BOTTOM, "#222", 1).toString();
    }

    private void draw(Svg svg, int index, Bar bar) {
        double room = (Svg.WIDTH - 2.0 * LEFT) / bars.size();
        double middle = LEFT + room * (index + 0.5);
        double top = y(bar.figures().median());
        svg.rectangle(
                middle - room * FILLED / 2,
                top,
                room * FILLED,
                BOTTOM - top,
                Svg.COLORS.get(index % Svg.COLORS.size()));
        svg.line(middle, y(bar.figures().least()), middle, y(bar.figures().most()), "#111", 2);
        svg.text(
                middle,
                y(bar.figures().most()) - 8,
                "middle",
                13,
                number(bar.figures().median()));
        svg.text(middle, BOTTOM + 20, "middle", 13, bar.name());
    }

    private double y(double value) {
        double most =
                bars.stream().mapToDouble(bar -> bar.figures().most()).max().orElse(1);
        return BOTTOM - (BOTTOM - TOP - 30) * value / most;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
