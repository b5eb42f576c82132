/** What must hold in the end between orders, stock, their fulfillment and what others were told. */
@NullMarked
package dev.daybook.chaos.fulfillment;

import org.jspecify.annotations.NullMarked;
