/** Describes the commands, in OpenAPI 3.1 made from the schemas. */
@NullMarked
package dev.daybook.gateway.openapi;

import org.jspecify.annotations.NullMarked;
