/** Maven goals that turn Avro IDL into Java records and guard released schemas. */
@NullMarked
package dev.daybook.avro.maven;

import org.jspecify.annotations.NullMarked;
