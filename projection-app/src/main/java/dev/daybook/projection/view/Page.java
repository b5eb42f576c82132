package dev.daybook.projection.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows that a question asks for.
 *
 * @param rows the rows, in the order of their keys
 * @param last the key after which to go on; null if there are no more. A page with fewer rows than asked for, or none, may
 *     have one: then the search was long
 */
public record Page<R>(List<Row<R>> rows, @Nullable String last) {}
