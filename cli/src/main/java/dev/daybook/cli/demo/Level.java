package dev.daybook.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** The stock of a product, or of all. */
record Level(long onHand, long reserved, long available) {
    static final Level NONE = new Level(0, 0, 0);

    static Level of(JsonNode row) {
        return new Level(
                row.path("onHand").asLong(),
                row.path("reserved").asLong(),
                row.path("available").asLong());
    }

    @Override
    public String toString() {
        return "%d on hand, %d reserved, %d available".formatted(onHand, reserved, available);
    }

    Level plus(Level other) {
        return new Level(onHand + other.onHand, reserved + other.reserved, available + other.available);
    }
}
