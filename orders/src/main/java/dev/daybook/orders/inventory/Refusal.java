package dev.daybook.orders.inventory;

import dev.daybook.core.Decision;
import dev.daybook.orders.InventoryEvent;
import java.util.Locale;
import java.util.Map;

/** The reasons for which the stock of a product refuses a command. Their codes are part of the contract with callers. */
enum Refusal {
    BLANK_FIELD,
    ID_TOO_LONG,
    QUANTITY_NOT_POSITIVE,
    STOCK_TOO_LARGE,
    RESERVATION_DIFFERS,
    NOTHING_RESERVED;

    /** The code, such as {@code nothing-reserved}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Decision<InventoryEvent> because(String message) {
        return Decision.reject(code(), message);
    }

    Decision<InventoryEvent> because(String message, Map<String, String> details) {
        return Decision.reject(code(), message, details);
    }
}
