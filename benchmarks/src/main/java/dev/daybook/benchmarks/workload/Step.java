package dev.daybook.benchmarks.workload;

import dev.daybook.orders.OrderCommand;

/** A command and the order that it is for. */
public record Step(String orderId, OrderCommand command) {}
