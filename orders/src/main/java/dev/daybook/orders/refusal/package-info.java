/** How the aggregates of this context say no. */
@NullMarked
package dev.daybook.orders.refusal;

import org.jspecify.annotations.NullMarked;
