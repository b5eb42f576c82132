package dev.daybook.projection.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question for rows.
 *
 * @param filters the values that rows must have, by field; each field is a filter of the view
 * @param after the key after which the answer begins; null: at the first
 * @param limit the most rows that the answer holds
 */
public record RowQuery(
        Map<String, String> filters, @Nullable String after, int limit) {}
