/** The timeline: every event of every aggregate, kept by aggregate and version, and what it tells about the past. */
@NullMarked
package dev.daybook.projection.timeline;

import org.jspecify.annotations.NullMarked;
