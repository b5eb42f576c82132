/** Business code that is pure and business code that is not, for the rules to tell apart. */
@NullMarked
package dev.daybook.conventions.purity;

import org.jspecify.annotations.NullMarked;
