package dev.daybook.cli.trace;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a story, and what followed from it.
 *
 * @param then what followed, in the order of time
 */
record Node(Part part, List<Node> then) {

    /** This part and all that followed from it, directly or not. */
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), then.stream().flatMap(Node::all));
    }
}
