/** The read side: it keeps the views and timelines of all contexts on the class path, and answers queries. */
@NullMarked
package dev.daybook.projection;

import org.jspecify.annotations.NullMarked;
