package dev.daybook.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The figures of some rounds. */
public record Spread(List<Double> rounds) {
    public Spread {
        rounds = List.copyOf(rounds);
    }

    public double median() {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    public double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    void write(ObjectNode json) {
        json.put("median", median()).put("least", least()).put("most", most());
        var all = json.putArray("rounds");
        rounds.forEach(all::add);
    }

    /** With two decimals. */
    public String precise() {
        return String.format(Locale.ROOT, "%.2f (%.2f – %.2f)", median(), least(), most());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f (%,.0f – %,.0f)", median(), least(), most());
    }
}
