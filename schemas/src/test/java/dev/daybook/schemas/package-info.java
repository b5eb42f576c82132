/** Tests of what is generated from the schemas. */
@NullMarked
package dev.daybook.schemas;

import org.jspecify.annotations.NullMarked;
