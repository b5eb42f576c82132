package dev.daybook.projection.token;

import dev.daybook.platform.message.Token;
import dev.daybook.projection.ledger.ProjectionException;
import java.util.Collection;

/** A token is of a type of aggregate that there is not. */
public final class UnknownAggregateException extends ProjectionException {

    UnknownAggregateException(Token token, Collection<String> known) {
        super("The token '%s' is of a type of aggregate that there is not; there are %s".formatted(token, known));
    }
}
