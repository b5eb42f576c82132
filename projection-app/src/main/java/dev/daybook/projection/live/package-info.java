/** Streams: answers that go on and on, as many as there is room for, each at its client's own speed. */
@NullMarked
package dev.daybook.projection.live;

import org.jspecify.annotations.NullMarked;
