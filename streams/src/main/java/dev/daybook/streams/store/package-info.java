/** What stores are made of, and what is wrong with one that cannot be read. */
@NullMarked
package dev.daybook.streams.store;

import org.jspecify.annotations.NullMarked;
