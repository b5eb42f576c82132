package dev.daybook.processes.instruction;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.http.Answers;
import dev.daybook.http.ProblemException;
import dev.daybook.http.request.Principals;
import dev.daybook.streams.intake.Addressing;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/processes/{process}/{id}/retry}: tells an instance to go on after a failure. The answer is 202 as soon as it is
 * told; what comes of it is in its history. For an instance that there is not, or that has not failed, nothing comes of it.
 */
final class RetryHandler implements Handler {
    private final List<BoundedContext> contexts;
    private final Instructions instructions;
    private final Principals principals;

    RetryHandler(List<BoundedContext> contexts, Instructions instructions, Principals principals) {
        this.contexts = contexts;
        this.instructions = instructions;
        this.principals = principals;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var process = ctx.pathParam("process");
        var id = ctx.pathParam("id");
        var length = id.getBytes(StandardCharsets.UTF_8).length;
        if (length > Addressing.LONGEST_KEY) {
            throw ProcessProblems.idTooLong(length, Addressing.LONGEST_KEY).exception();
        }
        retry(process, id, principals.of(ctx));
        Answers.json(ctx, 202, "told", out -> {
            out.writeStartObject();
            out.writeStringField("process", process);
            out.writeStringField("id", id);
            out.writeEndObject();
        });
    }

    private void retry(String name, String id, @Nullable String principal) throws InterruptedException {
        for (var context : contexts) {
            for (var process : context.processes()) {
                if (process.name().equals(name)) {
                    instructions.retry(context, process, id, principal);
                    return;
                }
            }
        }
        throw unknown(name);
    }

    private ProblemException unknown(String name) {
        var known = contexts.stream()
                .flatMap(context -> context.processes().stream())
                .map(BusinessProcess::name)
                .toList();
        return ProcessProblems.unknownProcess(name, known).exception();
    }
}
