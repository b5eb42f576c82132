/** Shows the events that views have parked, and has them tried again or dropped. */
@NullMarked
package dev.daybook.cli.deadletters;

import org.jspecify.annotations.NullMarked;
