package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.parking.ParkingLedger;
import dev.daybook.projection.peer.Address;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.stream.Group;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far ledgers have come, here and on the other instances.
 *
 * @param self where this instance is reached
 * @param others what the others say of theirs, as {@link #write} writes it; nothing of those that do not answer
 */
record Standing(Address self, Map<Address, Optional<JsonNode>> others) {

    /**
     * How far the ledger of a partition has come.
     *
     * @param instance who posts it
     * @param here whether that is this one
     * @param parked of how many aggregates it has parked events
     */
    record Posted(String instance, boolean here, long position, long entries, long parked) {}

    /** Asks all instances of these applications, each of which tells of all that it posts. */
    static Standing lookUp(Context ctx, Peers peers, Collection<Group> groups) throws InterruptedException {
        return new Standing(peers.self(), peers.reports(ctx, groups, StandingHandler.PATH));
    }

    /** Who posts a partition, and how far that is; empty if nobody who answers does. */
    Optional<Posted> of(Source<?> source, int partition) {
        var shard = source.shards().of(partition);
        return shard.progress()
                .map(progress ->
                        new Posted(self.toString(), true, progress.position(), progress.entries(), parked(shard)))
                .or(() -> elsewhere(source, partition));
    }

    private Optional<Posted> elsewhere(Source<?> source, int partition) {
        return others.entrySet().stream()
                .flatMap(other -> other
                        .getValue()
                        .map(said -> said.path(source.name()).path(String.valueOf(partition)))
                        .filter(JsonNode::isObject)
                        .map(said -> new Posted(
                                other.getKey().toString(),
                                false,
                                said.path("position").asLong(),
                                said.path("entries").asLong(),
                                said.path("parked").asLong()))
                        .stream())
                // While a partition moves two may have it; who posts it now is further.
                .max((one, other) -> Long.compare(one.position(), other.position()));
    }

    /** Writes how far the ledgers that are here have come, for another instance. */
    static void write(List<Source<?>> sources, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (var source : sources) {
            out.writeObjectFieldStart(source.name());
            for (var shard : source.shards().all()) {
                write(shard, out);
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static long parked(Shard<?> shard) {
        return shard.find()
                .filter(ParkingLedger.class::isInstance)
                .map(ParkingLedger.class::cast)
                .map(ledger -> ledger.parkedCount().aggregates())
                .orElse(0L);
    }

    private static void write(Shard<?> shard, JsonGenerator out) throws IOException {
        Optional<Progress> progress = shard.progress();
        if (progress.isPresent()) {
            out.writeObjectFieldStart(String.valueOf(shard.partition()));
            out.writeNumberField("position", progress.get().position());
            out.writeNumberField("entries", progress.get().entries());
            out.writeNumberField("parked", parked(shard));
            out.writeEndObject();
        }
    }
}
