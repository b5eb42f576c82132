/** What there is to command: the aggregates of all contexts and their commands. */
@NullMarked
package dev.daybook.gateway.catalog;

import org.jspecify.annotations.NullMarked;
