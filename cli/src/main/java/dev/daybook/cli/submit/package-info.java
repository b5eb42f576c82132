/** Sends one command. */
@NullMarked
package dev.daybook.cli.submit;

import org.jspecify.annotations.NullMarked;
