/** The process {@code fulfillment}: from a confirmed order to one that is shipped or cancelled, with no reservation left behind. */
@NullMarked
package dev.daybook.orders.fulfillment;

import org.jspecify.annotations.NullMarked;
