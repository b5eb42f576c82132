package dev.daybook.benchmarks.roundtrip;

/** How long a caller waits. */
enum Level {
    ACCEPTED("Prefer: respond-async"),
    DECIDED("Daybook-Ack: decided"),
    COMMITTED("Daybook-Ack: committed");

    private final String header;

    Level(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
