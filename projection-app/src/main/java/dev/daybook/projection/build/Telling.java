package dev.daybook.projection.build;

import dev.daybook.http.Answers;
import dev.daybook.http.JsonBody;
import dev.daybook.projection.view.BuildId;
import dev.daybook.viewbuild.BuildInstruction;
import io.javalin.http.Context;

/** Sends an instruction on behalf of a request, and answers with what became of it. */
final class Telling {
    private Telling() {}

    static BuildId tell(ContextBuilds context, BuildInstruction instruction) throws InterruptedException {
        return switch (context.tell(instruction)) {
            case Plan.Verdict.Accepted accepted -> accepted.build();
            case Plan.Verdict.Refused refused ->
                throw BuildProblems.refused(refused).exception();
        };
    }

    static void answer(Context ctx, int status, String outcome, String view, BuildId build) {
        JsonBody body = out -> {
            out.writeStartObject();
            out.writeStringField("view", view);
            out.writeStringField("build", build.toString());
            out.writeEndObject();
        };
        Answers.json(ctx, status, outcome, body);
    }
}
