package dev.daybook.benchmarks.codec;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** Results side by side with ours. */
record CodecComparison(List<Row> rows) {

    static CodecComparison of(Collection<RunResult> results) {
        return new CodecComparison(results.stream()
                .map(Row::of)
                .sorted(comparing(Row::direction).thenComparingDouble(Row::nanoseconds))
                .toList());
    }

    private double ours(String direction) {
        return rows.stream()
                .filter(row -> row.direction.equals(direction))
                .filter(row -> row.codec.equals(DaybookCodec.class.getSimpleName()))
                .mapToDouble(Row::nanoseconds)
                .findAny()
                .orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return rows.stream()
                .map(row -> "%-8s %-26s %8.1f ns ± %5.1f %6.2f × ours"
                        .formatted(
                                row.direction,
                                row.codec,
                                row.nanoseconds,
                                row.error,
                                row.nanoseconds / ours(row.direction)))
                .collect(joining("\n"));
    }

    /** What one codec takes in one direction. */
    record Row(String direction, String codec, double nanoseconds, double error) {

        static Row of(RunResult result) {
            var name = result.getParams().getBenchmark(); // <package>.<codec>.<direction>
            var score = result.getPrimaryResult();
            return new Row(
                    name.substring(name.lastIndexOf('.') + 1),
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1, name.lastIndexOf('.')),
                    score.getScore(),
                    score.getScoreError());
        }
    }
}
