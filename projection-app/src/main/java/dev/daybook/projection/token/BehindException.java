package dev.daybook.projection.token;

import dev.daybook.platform.message.Token;
import dev.daybook.projection.ledger.ProjectionException;

/** What is read did not come as far as it must, to what a token or a time asks for, in time. */
public final class BehindException extends ProjectionException {
    private final transient Token token;
    private final long position;

    /** What is read, by its name, has come to a position, and not as far as it must. */
    public BehindException(String name, Token token, long position) {
        super("%s has come to position %d of partition %d, but must come to %d"
                .formatted(name, position, token.partition(), token.position()));
        this.token = token;
        this.position = position;
    }

    /** What is not reached. */
    public Token token() {
        return token;
    }

    /** How far the token's partition has come. */
    public long position() {
        return position;
    }
}
