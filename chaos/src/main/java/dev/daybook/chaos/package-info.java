/** Breaks a fleet while clients hammer it, and audits what is left. */
@NullMarked
package dev.daybook.chaos;

import org.jspecify.annotations.NullMarked;
