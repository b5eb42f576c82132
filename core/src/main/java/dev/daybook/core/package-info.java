/** The programming model of Daybook: what a bounded context is made of, in pure Java. */
@NullMarked
package dev.daybook.core;

import org.jspecify.annotations.NullMarked;
