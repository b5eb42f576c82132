/** The builds of views: which there are, which serves, and how one takes over from another. */
@NullMarked
package dev.daybook.projection.build;

import org.jspecify.annotations.NullMarked;
