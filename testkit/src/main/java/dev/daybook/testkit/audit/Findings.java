package dev.daybook.testkit.audit;

import java.util.ArrayList;
import java.util.List;

/** The violations that an audit has found so far. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    void add(Rule rule, Placed where, String what) {
        violations.add(new Violation(rule, where.place(), what));
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
