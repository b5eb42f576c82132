/** The topics of a context: their names, their declaration as code, and the guard that refuses unsafe ones. */
@NullMarked
package dev.daybook.platform.topic;

import org.jspecify.annotations.NullMarked;
