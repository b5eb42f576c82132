/** Whether what {@code infra/} says of containers and configuration is true. */
@NullMarked
package dev.daybook.cli.infra;

import org.jspecify.annotations.NullMarked;
