/** The HTTP interface of the read side: its routes, what requests may ask, and how answers look. */
@NullMarked
package dev.daybook.projection.query;

import org.jspecify.annotations.NullMarked;
