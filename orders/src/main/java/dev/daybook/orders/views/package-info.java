/** The views over orders. */
@NullMarked
package dev.daybook.orders.views;

import org.jspecify.annotations.NullMarked;
