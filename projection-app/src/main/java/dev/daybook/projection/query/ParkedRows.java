package dev.daybook.projection.query;

import dev.daybook.projection.parking.ParkedAggregate;
import dev.daybook.projection.parking.ParkingLedger;
import io.javalin.http.Context;
import java.util.List;

/** Tells of an answer that events are parked that it would show otherwise. */
final class ParkedRows {
    private static final String ROW = "Daybook-Parked";
    private static final String ROWS = "Daybook-Parked-Aggregates";

    private ParkedRows() {}

    /** The answer is about one aggregate, events of which are parked. */
    static void tell(Context ctx, ParkedAggregate aggregate) {
        ctx.header(ROW, String.valueOf(aggregate.first()));
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
