package dev.daybook.projection.peer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A question of a caller that all partitions of an application answer together. Each instance answers for what it has, and
 * the one that was asked makes one answer of these parts.
 *
 * @param <P> what some of the partitions answer
 */
public interface Question<P> {

    /**
     * Parameters as they were understood here, which is how others are asked: of two releases, one may understand what the other
     * does not. The other parameters are passed on as they came.
     */
    default Map<String, String> understood() {
        return Map.of();
    }

    /** Where the partitions are. */
    List<Place> places();

    /**
     * What partitions answer that are here.
     *
     * @throws dev.daybook.projection.ledger.ShardAwayException if one of them is not
     */
    P part(List<Integer> partitions) throws InterruptedException;

    /** Writes a part for the instance that was asked. */
    void write(P part, JsonGenerator out) throws IOException;

    /** Reads what another instance wrote. */
    P read(JsonNode part);

    /** Answers the caller. */
    void answer(List<P> parts);
}
