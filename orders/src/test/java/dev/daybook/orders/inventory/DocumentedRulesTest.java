package dev.daybook.orders.inventory;

import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.samples.DocumentedRules;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedRulesTest {
    private final DocumentedRules docs = DocumentedRules.of("inventory.md");

    DocumentedRulesTest() throws IOException {}

    @Test
    void documents_every_command() {
        docs.requireCommands(InventoryCommand.class);
    }

    @Test
    void documents_every_event() {
        docs.requireEvents(InventoryEvent.class);
    }

    @Test
    void documents_every_refusal() {
        docs.requireRefusals(Stream.of(Refusal.values()).map(Refusal::code));
    }
}
