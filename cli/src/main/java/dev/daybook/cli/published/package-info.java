/** Shows what bounded contexts tell others. */
@NullMarked
package dev.daybook.cli.published;

import org.jspecify.annotations.NullMarked;
