package dev.daybook.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Latencies at the percentiles that are looked at, one curve for each series, on a logarithmic scale. */
public record Curves(String title, List<String> at, List<Curve> curves) implements Picture {
    private static final int LEFT = 80;
    private static final int RIGHT = Svg.WIDTH - 170;
    private static final int TOP = 60;
    private static final int BOTTOM = Svg.HEIGHT - 60;
    private static final String GRID = "#dddddd";

    /**
     * One curve.
     *
     * @param milliseconds one for each percentile
     */
    public record Curve(String name, List<Double> milliseconds) {}

    @Override
    public String svg() {
        var svg = new Svg().text(LEFT, 32, "start", 18, title).text(LEFT, 52, "start", 13, "milliseconds");
        for (int decade = lowest(); decade <= highest(); decade++) {
            var value = Math.pow(10, decade);
            svg.line(LEFT, y(value), RIGHT, y(value), GRID, 1);
            svg.text(LEFT - 8, y(value) + 4, "end", 13, number(value));
        }
        for (int i = 0; i < at.size(); i++) {
            svg.line(x(i), TOP, x(i), BOTTOM, GRID, 1);
            svg.text(x(i), BOTTOM + 20, "middle", 13, at.get(i));
        }
        for (int i = 0; i < curves.size(); i++) {
            draw(svg, i, curves.get(i));
        }
        return svg.toString();
    }

    private void draw(Svg svg, int index, Curve curve) {
        var color = Svg.COLORS.get(index % Svg.COLORS.size());
        var values = curve.milliseconds();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                svg.line(x(i - 1), y(values.get(i - 1)), x(i), y(values.get(i)), color, 2);
            }
            svg.dot(x(i), y(values.get(i)), color);
        }
        int legend = TOP + 20 + 22 * index;
        svg.line(RIGHT + 14, legend - 4, RIGHT + 34, legend - 4, color, 3);
        svg.text(RIGHT + 40, legend, "start", 13, curve.name());
    }

    private double x(int index) {
        return LEFT + (RIGHT - LEFT) * (index + 0.5) / at.size();
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (Math.log10(value) - lowest()) / (highest() - lowest());
    }

    private int lowest() {
        return (int) Math.floor(Math.log10(values().min().orElse(1)));
    }

    private int highest() {
        return Math.max(lowest() + 1, (int) Math.ceil(Math.log10(values().max().orElse(1))));
    }

    private java.util.stream.DoubleStream values() {
        return curves.stream()
                .flatMap(curve -> curve.milliseconds().stream())
                .mapToDouble(value -> Math.max(value, 1e-3));
    }

    private static String number(double value) {
        return value < 1 ? Double.toString(value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
