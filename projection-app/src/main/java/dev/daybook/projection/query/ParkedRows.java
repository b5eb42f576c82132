package dev.daybook.projection.query;

import dev.daybook.projection.parking.Parked;
import dev.daybook.projection.parking.ParkingLedger;
import dev.daybook.projection.token.Tokens;
import io.javalin.http.Context;
import java.util.List;

/** Tells of an answer that events are parked that it would show otherwise. */
final class ParkedRows {
    private static final String ROW = "Daybook-Parked";
    private static final String ROWS = "Daybook-Parked-Aggregates";

    private ParkedRows() {}

    /**
     * The answer is about one aggregate, events of which may be parked. A token of a parked event ends the request: it is not
     * answered with a row that lacks it.
     *
     * @param parked what its partition has parked
     * @param tokens the request's tokens
     */
    static void tell(Context ctx, ServedView<?, ?> view, String key, Parked parked, Tokens tokens) {
        parked.aggregate(key).ifPresent(aggregate -> {
            var awaited =
                    tokens.of(view.view().aggregate(), view.shards().of(key).partition());
            if (awaited.isPresent() && awaited.get().position() >= aggregate.first()) {
                throw QueryProblems.rowParked(view.name(), key, aggregate.first())
                        .exception();
            }
            ctx.header(ROW, String.valueOf(aggregate.first()));
        });
    }

    /** The answer is about many aggregates, and events of so many are parked. */
    static void tell(Context ctx, long aggregates) {
        if (aggregates > 0) {
            ctx.header(ROWS, String.valueOf(aggregates));
        }
    }

    /** Of how many aggregates these partitions have parked events. */
    static long count(List<? extends ParkingLedger> ledgers) {
        return ledgers.stream()
                .mapToLong(ledger -> ledger.parkedCount().aggregates())
                .sum();
    }
}
