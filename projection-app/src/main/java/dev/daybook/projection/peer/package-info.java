/** The other instances: who has which partition, and how a request gets its answer from there. */
@NullMarked
package dev.daybook.projection.peer;

import org.jspecify.annotations.NullMarked;
