package dev.daybook.projection.peer;

import dev.daybook.http.Answers;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Function;

/** Answers questions that all partitions answer together. */
final class Survey implements Handler {
    private final Peers peers;
    private final Function<Context, Question<?>> questions;

    Survey(Peers peers, Function<Context, Question<?>> questions) {
        this.peers = peers;
        this.questions = questions;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        answer(ctx, questions.apply(ctx));
    }

    private <P> void answer(Context ctx, Question<P> question) throws InterruptedException {
        if (Forwarded.application(ctx).isPresent()) {
            var part = question.part(Forwarded.partitions(ctx, question.places()));
            Answers.json(ctx, 200, "part", out -> question.write(part, out));
            return;
        }
        try {
            question.answer(new Gathering<>(peers, ctx, question).parts());
        } catch (RefusedException e) {
            peers.relay().hand(e.answer(), ctx);
        }
    }
}
