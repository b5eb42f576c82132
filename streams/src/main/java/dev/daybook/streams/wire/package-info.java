/** The wire format of records, behind a schema registry that may be away for a while. */
@NullMarked
package dev.daybook.streams.wire;

import org.jspecify.annotations.NullMarked;
