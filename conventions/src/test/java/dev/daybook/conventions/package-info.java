/** The house rules that a machine can check. */
@NullMarked
package dev.daybook.conventions;

import org.jspecify.annotations.NullMarked;
