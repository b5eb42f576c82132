/** When a stream thread sends and commits: at once where somebody waits, in batches where there is much to do. */
@NullMarked
package dev.daybook.streams.pace;

import org.jspecify.annotations.NullMarked;
