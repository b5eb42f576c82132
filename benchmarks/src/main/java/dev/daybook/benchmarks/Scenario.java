package dev.daybook.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/** What can be measured. */
enum Scenario {
    THROUGHPUT("processor throughput on a backlog, beside a bare Kafka Streams topology"),
    ROUNDTRIP("round trip of commands over HTTP, beside a raw two-hop Kafka round trip"),
    CLOSED_LOOP(
            "commands of so many clients, over HTTP and through the Java client, beside an event table in PostgreSQL"),
    RESTORE("the next command to an order with a long history, after a restart"),
    REBUILD("the build of a view from the whole log, beside a consumer that only decodes"),
    READS("rows read by their keys over HTTP, beside a handler that answers with a constant"),
    FRESHNESS("from the answer to a command until its effect shows in a view"),
    FULFILLMENT("orders from creation to shipment, with the process that fulfils them and without");

    private final String description;

    Scenario(String description) {
        this.description = description;
    }

    static Scenario of(String word) {
        return Stream.of(values())
                .filter(scenario -> scenario.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of %s but was '%s'".formatted(List.of(values()), word)));
    }

    String description() {
        return description;
    }

    /** As it is named on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
