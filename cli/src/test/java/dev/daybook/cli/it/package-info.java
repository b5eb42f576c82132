/** The whole of Daybook, tested from outside: real HTTP, a real broker, a real registry. */
@NullMarked
package dev.daybook.cli.it;

import org.jspecify.annotations.NullMarked;
