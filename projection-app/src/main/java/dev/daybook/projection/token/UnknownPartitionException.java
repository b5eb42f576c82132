package dev.daybook.projection.token;

import dev.daybook.platform.message.Token;
import dev.daybook.projection.ledger.ProjectionException;

/** A token names a partition that its type of aggregate does not have. */
public final class UnknownPartitionException extends ProjectionException {

    UnknownPartitionException(Token token, int partitions) {
        super("The token '%s' names a partition that there is not: the events of '%s' have %d, counted from 0"
                .formatted(token, token.aggregate(), partitions));
    }
}
