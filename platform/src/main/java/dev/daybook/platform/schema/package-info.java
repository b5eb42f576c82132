/** Schemas on the wire: the registry, the contract that an app registers, and the serializers of records. */
@NullMarked
package dev.daybook.platform.schema;

import org.jspecify.annotations.NullMarked;
