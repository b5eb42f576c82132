package dev.daybook.orders.inventory;

import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.refusal.Reason;

/** The reasons for which the stock of a product refuses a command. Their codes are part of the contract with callers. */
enum Refusal implements Reason<InventoryEvent> {
    BLANK_FIELD,
    ID_TOO_LONG,
    QUANTITY_NOT_POSITIVE,
    STOCK_TOO_LARGE,
    RESERVATION_DIFFERS,
    NOTHING_RESERVED
}
