/** Checks what clients were told and what the log holds against what the write side promises. */
@NullMarked
package dev.daybook.testkit.audit;

import org.jspecify.annotations.NullMarked;
