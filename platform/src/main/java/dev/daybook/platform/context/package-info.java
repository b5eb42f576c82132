/** The bounded contexts on the class path, and how their messages are named in URLs. */
@NullMarked
package dev.daybook.platform.context;

import org.jspecify.annotations.NullMarked;
