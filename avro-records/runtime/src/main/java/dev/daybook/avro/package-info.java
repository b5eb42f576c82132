/** What generated Avro records stand on: the record and codec types, and Avro binary as byte arrays. */
@NullMarked
package dev.daybook.avro;

import org.jspecify.annotations.NullMarked;
