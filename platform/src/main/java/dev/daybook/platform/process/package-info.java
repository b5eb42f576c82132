/** Business processes as they are read: a history, a state and a view as aggregates have them. */
@NullMarked
package dev.daybook.platform.process;

import org.jspecify.annotations.NullMarked;
