package dev.daybook.orders.order;

import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.refusal.Reason;

/** The reasons for which an order refuses a command. Their codes are part of the contract with callers. */
enum Refusal implements Reason<OrderEvent> {
    BLANK_FIELD,
    ID_TOO_LONG,
    QUANTITY_NOT_POSITIVE,
    NEGATIVE_AMOUNT,
    DISCOUNT_OUT_OF_RANGE,
    INVALID_CURRENCY,
    ORDER_EXISTS,
    ORDER_NOT_FOUND,
    ORDER_CANCELLED,
    ORDER_ALREADY_CONFIRMED,
    ORDER_EMPTY,
    NOT_ENOUGH_ITEMS,
    TOTAL_TOO_LARGE,
    ORDER_NOT_CONFIRMED,
    WRONG_AMOUNT,
    ORDER_ALREADY_PAID,
    ORDER_NOT_READY,
    ORDER_NOT_PAID,
    ORDER_ALREADY_SHIPPED,
    ORDER_NOT_SHIPPED,
    ORDER_ALREADY_DELIVERED
}
