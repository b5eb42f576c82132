package dev.daybook.benchmarks.report;

import java.util.Locale;

/**
 * What a measure is to be.
 *
 * @param unit empty for a ratio
 */
public record Goal(String measure, Bound bound, double limit, double measured, String unit) {

    /** On which side of the limit the goal lies. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    public static Goal atLeast(double limit, String measure, double measured, String unit) {
        return new Goal(measure, Bound.AT_LEAST, limit, measured, unit);
    }

    public static Goal atMost(double limit, String measure, double measured, String unit) {
        return new Goal(measure, Bound.AT_MOST, limit, measured, unit);
    }

    public boolean reached() {
        return bound == Bound.AT_LEAST ? measured >= limit : measured <= limit;
    }

    String aim() {
        return String.format(Locale.ROOT, "%s %s %s", bound.sign, number(limit), unit)
                .strip();
    }

    String found() {
        return String.format(Locale.ROOT, "%.2f %s", measured, unit).strip();
    }

    String verdict() {
        return reached() ? "ok" : "short";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
