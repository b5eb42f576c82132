/** Views: the fold of events into rows, where the rows and their index are kept, and how they are found again. */
@NullMarked
package dev.daybook.projection.view;

import org.jspecify.annotations.NullMarked;
