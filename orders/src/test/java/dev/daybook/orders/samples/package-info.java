/** Messages of an order for the tests, with values where a test does not care. */
@NullMarked
package dev.daybook.orders.samples;

import org.jspecify.annotations.NullMarked;
