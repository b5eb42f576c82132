/** Describes an interface, in OpenAPI 3.1 made from the schemas, and shows it. */
@NullMarked
package dev.daybook.http.openapi;

import org.jspecify.annotations.NullMarked;
