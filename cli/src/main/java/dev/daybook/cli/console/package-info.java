/** How the commands speak to a person or a program: exit codes, failures, tables, progress. */
@NullMarked
package dev.daybook.cli.console;

import org.jspecify.annotations.NullMarked;
