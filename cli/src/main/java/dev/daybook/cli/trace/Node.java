package dev.daybook.cli.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a story, and what followed from it.
 *
 * @param then what followed, in the order of time
 */
record Node(Part part, List<Node> then) {
    /** How many levels of a story are told within one another; then it goes on beside, so that it can be read however deep it is. */
    static final int LEVELS = 30;

    /** This part and all that followed from it, directly or not. */
    Stream<Node> all() {
        var all = new ArrayList<Node>();
        var left = new ArrayDeque<Node>();
        left.push(this);
        while (!left.isEmpty()) {
            var node = left.pop();
            all.add(node);
            node.then.reversed().forEach(left::push);
        }
        return all.stream();
    }
}
