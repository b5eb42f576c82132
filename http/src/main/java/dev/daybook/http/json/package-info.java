/** JSON by Avro schema: a strict reader that finds all faults of a body at once, and the writer that is its inverse. */
@NullMarked
package dev.daybook.http.json;

import org.jspecify.annotations.NullMarked;
