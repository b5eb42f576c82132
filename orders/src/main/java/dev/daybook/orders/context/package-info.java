/** The orders context as the apps find it. */
@NullMarked
package dev.daybook.orders.context;

import org.jspecify.annotations.NullMarked;
