package dev.daybook.avro.maven;

import java.util.Collection;

/** Names the variables of loops and lambdas, which Java wants different from those around them. */
record Scope(String base, int depth) {

    /** The outermost scope among variables with these names. */
    static Scope among(Collection<String> names) {
        return new Scope(names.stream().anyMatch(name -> name.startsWith("item")) ? "item$" : "item", 1);
    }

    /** The variable of this scope. */
    String variable() {
        return depth == 1 ? base : base + depth;
    }

    /** The next scope within this one. */
    Scope inner() {
        return new Scope(base, depth + 1);
    }
}
