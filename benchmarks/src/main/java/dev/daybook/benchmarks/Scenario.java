package dev.daybook.benchmarks;

import java.util.Locale;

/** What can be measured. */
enum Scenario {
    THROUGHPUT("processor throughput on a backlog, beside a bare Kafka Streams topology"),
    ROUNDTRIP("round trip of commands over HTTP, beside a raw two-hop Kafka round trip");

    private final String description;

    Scenario(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
