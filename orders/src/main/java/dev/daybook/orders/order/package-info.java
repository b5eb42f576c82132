/** The order aggregate: what an order can be asked, what it refuses, and what follows. */
@NullMarked
package dev.daybook.orders.order;

import org.jspecify.annotations.NullMarked;
