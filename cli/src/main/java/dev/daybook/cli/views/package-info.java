/** The commands about views as a whole: how far they are, and their builds. */
@NullMarked
package dev.daybook.cli.views;

import org.jspecify.annotations.NullMarked;
