package dev.daybook.projection.view;

import java.util.Optional;

/**
 * What a view shows of an aggregate that it knows.
 *
 * @param version the aggregate's version
 * @param row its row; empty if there is none any more, or if it is not listed
 */
public record Sight<R>(long version, Optional<Row<R>> row) {}
