/** Orders from their creation to their shipment, with the process that fulfils them and without. */
@NullMarked
package dev.daybook.benchmarks.fulfillment;

import org.jspecify.annotations.NullMarked;
