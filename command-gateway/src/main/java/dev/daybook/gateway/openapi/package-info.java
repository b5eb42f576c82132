/** Describes the interface, in OpenAPI 3.1 made from the schemas, and shows it. */
@NullMarked
package dev.daybook.gateway.openapi;

import org.jspecify.annotations.NullMarked;
