package dev.daybook.orders.order;

import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.samples.DocumentedRules;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedRulesTest {
    private final DocumentedRules docs = DocumentedRules.of("orders.md");

    DocumentedRulesTest() throws IOException {}

    @Test
    void documents_every_command() {
        docs.requireCommands(OrderCommand.class);
    }

    @Test
    void documents_every_event() {
        docs.requireEvents(OrderEvent.class);
    }

    @Test
    void documents_every_refusal() {
        docs.requireRefusals(Stream.of(Refusal.values()).map(Refusal::code));
    }
}
