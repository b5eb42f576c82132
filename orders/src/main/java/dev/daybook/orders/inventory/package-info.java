/** The aggregate {@code inventory}: the stock of a product, what of it is reserved for which order, and its view. */
@NullMarked
package dev.daybook.orders.inventory;

import org.jspecify.annotations.NullMarked;
