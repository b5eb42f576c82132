package dev.daybook.projection.peer;

import dev.daybook.projection.ledger.ProjectionException;

/** Another instance has what is asked for, and says why it does not answer with it. */
public final class RefusedException extends ProjectionException {
    private final transient Answer answer;

    RefusedException(Address instance, Answer answer) {
        super("%s answers with status %d".formatted(instance, answer.status()));
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
