package dev.daybook.projection.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A search through the partitions of a view for a page of rows. It merges what the partitions have in the order of keys, so
 * that a key is all that the next page needs to go on from: a row that stays is on exactly one page, whatever changes
 * meanwhile.
 */
public final class RowSearch<E, R> {
    /** A search that finds little ends here, and the caller goes on with the next page: it must not hold a core for long. */
    private static final int MOST_CANDIDATES = 10_000;

    private final RowQuery query;
    private final List<Row<R>> found = new ArrayList<>();
    private @Nullable String lastSeen;

    private record Source<E, R>(ViewLedger<E, R> ledger, Ids ids) {}

    private RowSearch(RowQuery query) {
        this.query = query;
    }

    /** Finds a page. */
    public static <E, R> Page<R> page(List<ViewLedger<E, R>> partitions, RowQuery query) {
        var opened = new ArrayList<Ids>();
        try {
            var sources = new PriorityQueue<Source<E, R>>(
                    Comparator.comparing(source -> source.ids.peek(), java.util.Arrays::compareUnsigned));
            for (var ledger : partitions) {
                var ids = ledger.candidates(query.filters(), query.after());
                opened.add(ids);
                enqueue(new Source<>(ledger, ids), sources);
            }
            return new RowSearch<E, R>(query).run(sources);
        } finally {
            opened.forEach(Ids::close);
        }
    }

    private Page<R> run(PriorityQueue<Source<E, R>> sources) {
        for (var seen = 0; !sources.isEmpty(); seen++) {
            if (seen == MOST_CANDIDATES) {
                return new Page<>(found, lastSeen);
            }
            var source = sources.remove();
            lastSeen = source.ids.next();
            source.ledger
                    .find(lastSeen)
                    .filter(row -> source.ledger.meets(query.filters(), row.value()))
                    .ifPresent(found::add);
            if (found.size() > query.limit()) {
                var rows = found.subList(0, query.limit());
                return new Page<>(rows, rows.getLast().key());
            }
            enqueue(source, sources);
        }
        return new Page<>(found, null);
    }

    private static <E, R> void enqueue(Source<E, R> source, PriorityQueue<Source<E, R>> sources) {
        if (source.ids.hasNext()) {
            sources.add(source);
        }
    }
}
