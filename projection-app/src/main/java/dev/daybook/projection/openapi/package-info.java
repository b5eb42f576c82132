/** Describes the queries, in OpenAPI 3.1 made from the views, the types of aggregates, and the schemas. */
@NullMarked
package dev.daybook.projection.openapi;

import org.jspecify.annotations.NullMarked;
